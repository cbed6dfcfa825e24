create table author (
    id         uuid        not null,
    version    bigint      not null,
    slug       text collate "C" not null,
    name       text        not null,
    bio        text,
    links      jsonb       not null,
    created_at timestamptz not null,
    constraint author_pkey primary key (id),
    constraint author_slug_key unique (slug)
);

create index author_name on author (lower(name) text_pattern_ops);
