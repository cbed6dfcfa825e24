-- The few whose time alone does not tell whether they are visible.
create index article_gated on article (id) where embargo_until is not null or expires_at is not null;

-- How many visible articles stand under a section, tag or author: those on its shelf whose time has come, counted in the
-- index, less those of them that another gate hides.
create or replace function visible_articles(label uuid, at timestamptz) returns bigint
    language sql stable parallel safe
as
$$
select (select count(*)
        from shelf s
        where s.label_id = label
          and s.published_at <= coalesce(at, statement_timestamp()))
           - (select count(*)
              from article a
                       join shelf s on s.article_id = a.id
              where s.label_id = label
                and s.published_at <= coalesce(at, statement_timestamp())
                and (a.embargo_until is not null or a.expires_at is not null)
                and not article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at))
$$;

-- A section's shelf also holds what stands in its children: puts an article where its live edition belongs. Waits for a
-- section that moves (Section.move holds the same lock alone), so that the parents it reads are those that stay.
create or replace function shelve(article uuid) returns void
    language sql
as
$$
select pg_advisory_xact_lock_shared(hashtext('section.tree'));
delete from shelf where article_id = article;
with recursive live as (select a.id, a.live_id, a.published_at, a.updated_at, e.section_id
                        from article a
                                 join edition e on e.id = a.live_id
                        where a.id = article
                          and a.state in ('PUBLISHED', 'SCHEDULED')),
               place as (select s.id, s.parent_id
                         from live
                                  join section s on s.id = live.section_id
                         union
                         select s.id, s.parent_id
                         from place
                                  join section s on s.id = place.parent_id)
insert
into shelf (label_id, article_id, published_at, updated_at)
select label, live.id, live.published_at, live.updated_at
from live,
     lateral (select id
              from place
              union
              select tag_id
              from edition_tag
              where edition_id = live.live_id
              union
              select author_id
              from edition_credit
              where edition_id = live.live_id) as labels(label);
$$;
