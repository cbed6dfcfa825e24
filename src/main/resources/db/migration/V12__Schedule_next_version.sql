alter table article
    -- The version that takes the published one's place at an instant, without any job (ADR "Next version").
    add column next_id         uuid,
    add column next_at         timestamptz,
    add column next_updated_at timestamptz,
    -- The earliest gate whose passing is not written down yet: what the job looks for.
    add column due_at          timestamptz,
    -- Since when the public has known the article; null while it never saw it. Only such a one leaves a tombstone.
    add column shown_at        timestamptz,
    add column archived_from   text,
    add column taken_down_from text,
    add column taken_down_at   timestamptz,
    add column takedown_reason text,
    add column takedown_note   text,
    add column saved_by        text;

update article
set saved_by = created_by,
    due_at   = case
                   when state in ('PUBLISHED', 'SCHEDULED')
                       then least(case when state = 'SCHEDULED' then published_at end,
                                  case when embargo_until > now() then embargo_until end,
                                  case when expires_at > now() then expires_at end) end,
    shown_at = case when first_published_at <= now() and (embargo_until is null or embargo_until <= now())
                        then greatest(first_published_at, embargo_until) end;

alter table article
    alter column saved_by set not null,
    add constraint article_next_fkey foreign key (next_id) references edition,
    add constraint article_next_check check ((next_id is null) = (next_at is null)
        and (next_id is null) = (next_updated_at is null)
        and (next_id is null or state = 'PUBLISHED')),
    add constraint article_archived_check check (state <> 'ARCHIVED' or archived_from is not null),
    add constraint article_tombstone_check check ((state = 'TAKEN_DOWN') = (taken_down_from is not null)
        and (state = 'TAKEN_DOWN') = (taken_down_at is not null)
        and (state = 'TAKEN_DOWN') = (takedown_reason is not null));

create index article_next on article (next_id) where next_id is not null;
create index article_due on article (due_at) where due_at is not null;
drop index article_gated;
create index article_gated on article (id)
    where embargo_until is not null or expires_at is not null or next_at is not null;

-- The edition that counts at an instant: the scheduled next version from its time on, the published one before.
create function live_edition(live_id uuid, next_id uuid, next_at timestamptz, at timestamptz) returns uuid
    language sql stable parallel safe
as
$$
select case when next_at <= coalesce(at, statement_timestamp()) then next_id else live_id end
$$;

-- A shelf holds the published edition until the next one's time and, from then on, the next one. The shelf of the label
-- "nil" is the front page, on which every published article stands: all public queries read a shelf. The times are columns
-- of the shelf, not of the article, because the planner then knows that they hide next to nothing.
alter table shelf
    add column edition_id  uuid,
    add column shown_from  timestamptz,
    add column shown_until timestamptz;

create function on_shelf(shown_from timestamptz, shown_until timestamptz, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select (shown_from is null or shown_from <= coalesce(at, statement_timestamp()))
           and (shown_until is null or shown_until > coalesce(at, statement_timestamp()))
$$;

update shelf s
set edition_id = a.live_id
from article a
where a.id = s.article_id;

insert into shelf (label_id, article_id, edition_id, published_at, updated_at)
select '00000000-0000-0000-0000-000000000000', a.id, a.live_id, a.published_at, a.updated_at
from article a
where a.state in ('PUBLISHED', 'SCHEDULED');

alter table shelf
    alter column edition_id set not null,
    drop constraint shelf_pkey,
    add constraint shelf_pkey primary key (label_id, article_id, edition_id);

create index shelf_edition on shelf (edition_id);
drop index article_updated;

-- Where the article's editions belong. Waits for a section that moves (Section.move holds the same lock alone), so that
-- the parents it reads are those that stay.
create or replace function shelve(article uuid) returns void
    language sql
as
$$
select pg_advisory_xact_lock_shared(hashtext('section.tree'));
delete from shelf where article_id = article;
with recursive shown as (select a.id, a.live_id as edition_id, a.published_at, a.updated_at,
                                cast(null as timestamptz) as shown_from, a.next_at as shown_until
                         from article a
                         where a.id = article
                           and a.state in ('PUBLISHED', 'SCHEDULED')
                         union all
                         select a.id, a.next_id, a.published_at, a.next_updated_at, a.next_at, null
                         from article a
                         where a.id = article
                           and a.state in ('PUBLISHED', 'SCHEDULED')
                           and a.next_id is not null),
               place as (select shown.edition_id, s.id, s.parent_id
                         from shown
                                  join edition e on e.id = shown.edition_id
                                  join section s on s.id = e.section_id
                         union
                         select place.edition_id, s.id, s.parent_id
                         from place
                                  join section s on s.id = place.parent_id)
insert
into shelf (label_id, article_id, edition_id, published_at, updated_at, shown_from, shown_until)
select label, shown.id, shown.edition_id, shown.published_at, shown.updated_at, shown.shown_from, shown.shown_until
from shown,
     lateral (select '00000000-0000-0000-0000-000000000000'::uuid
              union
              select place.id
              from place
              where place.edition_id = shown.edition_id
              union
              select tag_id
              from edition_tag t
              where t.edition_id = shown.edition_id
              union
              select author_id
              from edition_credit c
              where c.edition_id = shown.edition_id) as labels(label);
$$;

-- How many visible articles stand under a section, tag or author: those on its shelf whose time has come, counted in the
-- index, less those of them that another gate hides or whose edition does not count at the instant.
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
                and (a.embargo_until is not null or a.expires_at is not null or a.next_at is not null)
                and not (article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at)
                  and on_shelf(s.shown_from, s.shown_until, at)))
$$;

-- Whether any does.
create or replace function any_visible_article(label uuid, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select exists (select 1
               from shelf s
                        join article a on a.id = s.article_id
               where s.label_id = label
                 and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at)
                 and on_shelf(s.shown_from, s.shown_until, at))
$$;
