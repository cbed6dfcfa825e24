-- The links that an editor set for an article, in the editor's order: to an article or to an address elsewhere. They stay
-- when their goal is unpublished; readers see them while it is visible.
create table related_link (
    article_id uuid    not null,
    position   int     not null,
    rel        text    not null,
    target_id  uuid,
    url        text,
    title      text,
    mutual     boolean not null,
    constraint related_link_pkey primary key (article_id, position),
    constraint related_link_article_fkey foreign key (article_id) references article on delete cascade,
    constraint related_link_target_fkey foreign key (target_id) references article on delete cascade,
    constraint related_link_target_key unique (article_id, target_id),
    constraint related_link_url_key unique (article_id, url),
    constraint related_link_goal_check check ((target_id is null) <> (url is null))
);

create index related_link_target on related_link (target_id);
