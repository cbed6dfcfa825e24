alter table correction
    add column made_by      text,
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add constraint correction_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null));

-- A door to one version of an article. What it shows is kept here, word for word, until the link ends.
create table preview_link (
    id         uuid        not null,
    article_id uuid        not null,
    version    bigint      not null,
    content    text        not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz not null,
    constraint preview_link_pkey primary key (id),
    constraint preview_link_article_fkey foreign key (article_id) references article on delete cascade
);

create index preview_link_article on preview_link (article_id, created_at desc, id desc);
create index preview_link_expires on preview_link (expires_at);
