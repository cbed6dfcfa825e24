create table correction (
    id         uuid        not null,
    article_id uuid        not null,
    kind       text        not null,
    text       text        not null,
    at         timestamptz not null,
    constraint correction_pkey primary key (id),
    constraint correction_article_fkey foreign key (article_id) references article
);

create index correction_article on correction (article_id, at, id);
