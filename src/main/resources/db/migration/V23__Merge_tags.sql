-- Tags that became part of another one: the index of search goes on holding their marks (V19).
create table tag_alias (
    former  uuid not null,
    present uuid not null,
    constraint tag_alias_pkey primary key (former),
    constraint tag_alias_present_fkey foreign key (present) references tag on delete cascade
);

create index tag_alias_present on tag_alias (present);

create or replace function label_query(word text) returns tsquery
    language sql stable parallel safe
as
$$
with label as (
    (select id from section where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20)
    union all
    (select id from tag where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20)
    union all
    (select id from author where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20))
select string_agg(label_mark(id), ' | ')::tsquery
from (select id
      from label
      union all
      select a.former
      from label
               join tag_alias a on a.present = label.id) marked
$$;

-- Gives what one tag has to another: articles, place in the lists, former addresses. Excludes publishing meanwhile
-- (function shelve), which could read the one and write after it is gone.
create function merge_tag(one uuid, other uuid) returns void
    language sql
as
$$
select pg_advisory_xact_lock(hashtext('section.tree'));
-- An edition that has both keeps the first place of the two; no place stays empty.
update edition_tag t
set tag_id = other
where tag_id = one
  and not exists (select 1 from edition_tag b where b.edition_id = t.edition_id and b.tag_id = other);
with both_of as (select a.edition_id, a.position as one_at, b.position as other_at
                 from edition_tag a
                          join edition_tag b on b.edition_id = a.edition_id and b.tag_id = other
                 where a.tag_id = one),
     gone as (delete from edition_tag t using both_of
         where t.edition_id = both_of.edition_id and t.position = greatest(both_of.one_at, both_of.other_at)
         returning t.edition_id, t.position)
update edition_tag t
set tag_id = other
from both_of
where t.edition_id = both_of.edition_id
  and t.position = least(both_of.one_at, both_of.other_at);
update edition_tag t
set position = -1 - placed.place
from (select edition_id, position, row_number() over (partition by edition_id order by position) - 1 as place
      from edition_tag
      where edition_id in (select edition_id from edition_tag where tag_id = other)) placed
where t.edition_id = placed.edition_id
  and t.position = placed.position
  and placed.place <> placed.position;
update edition_tag
set position = -1 - position
where position < 0;
insert into shelf (label_id, article_id, edition_id, published_at, updated_at, shown_from, shown_until)
select other, article_id, edition_id, published_at, updated_at, shown_from, shown_until
from shelf
where label_id = one
on conflict do nothing;
delete from shelf where label_id = one;
update slug set owner = other, once_public = true where space = 'tag' and owner = one;
update tag_alias set present = other where present = one;
insert into tag_alias (former, present) values (one, other);
delete from tag where id = one;
$$;
