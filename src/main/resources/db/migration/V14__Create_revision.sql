-- Every save of an article, whole. Saves that follow one another closely are one row (ADR 14).
create table revision (
    article_id uuid        not null,
    number     int         not null,
    action     text        not null,
    began_at   timestamptz not null,
    at         timestamptz not null,
    made_by    text        not null,
    trace      text,
    note       text,
    restored   int,
    saves      int         not null,
    version    bigint      not null,
    edition_id uuid        not null,
    slug       text        not null,
    headline   text        not null,
    input      text        not null,
    constraint revision_pkey primary key (article_id, number),
    constraint revision_article_fkey foreign key (article_id) references article on delete cascade
);

create index revision_made_by on revision (made_by, at);

-- What else was done to an article, at the revision that it was done to.
create table revision_mark (
    id         uuid        not null,
    article_id uuid        not null,
    number     int         not null,
    action     text        not null,
    at         timestamptz not null,
    made_by    text        not null,
    trace      text,
    constraint revision_mark_pkey primary key (id),
    constraint revision_mark_revision_fkey foreign key (article_id, number) references revision on delete cascade
);

create index revision_mark_revision on revision_mark (article_id, number, at);
create index revision_mark_made_by on revision_mark (made_by, at);

-- What was kept is not rewritten: a revision changes only while its maker goes on saving within five minutes of its
-- beginning, a mark never.
create function refuse_rewriting() returns trigger
    language plpgsql
as
$$
begin
    raise exception '% is not rewritten', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger revision_stays
    before update
    on revision
    for each row
    when ((new.article_id, new.number, new.action, new.began_at, new.made_by)
        is distinct from (old.article_id, old.number, old.action, old.began_at, old.made_by)
        or old.note is not null or old.restored is not null or new.at >= old.began_at + interval '5 minutes')
execute function refuse_rewriting();

create trigger revision_mark_stays
    before update
    on revision_mark
    for each row
execute function refuse_rewriting();

-- Articles from before this migration begin with what they are: the published edition, then a working copy that differs.
insert into revision (article_id, number, action, began_at, at, made_by, saves, version, edition_id, slug, headline, input)
select a.id,
       row_number() over (partition by a.id order by e.id = a.working_id),
       'CREATE',
       case when e.id = a.working_id then a.saved_at else a.created_at end,
       case when e.id = a.working_id then a.saved_at else a.created_at end,
       a.created_by,
       1,
       a.version,
       e.id,
       e.slug,
       e.headline,
       e.input
from article a
         join edition e on e.id in (a.live_id, a.working_id);

insert into revision_mark (id, article_id, number, action, at, made_by)
select gen_random_uuid(), a.id, r.number, 'PUBLISH', a.published_at, a.created_by
from article a
         join revision r on r.article_id = a.id and r.edition_id = a.live_id
where a.published_at is not null;
