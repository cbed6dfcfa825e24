-- The configuration of full-text search for a BCP 47 language.
create function text_config(language text) returns regconfig
    language sql immutable parallel safe
as
$$
select case split_part(lower(language), '-', 1)
           when 'ar' then 'pg_catalog.arabic'::regconfig
           when 'de' then 'pg_catalog.german'::regconfig
           when 'en' then 'pg_catalog.english'::regconfig
           when 'es' then 'pg_catalog.spanish'::regconfig
           when 'fr' then 'pg_catalog.french'::regconfig
           when 'it' then 'pg_catalog.italian'::regconfig
           when 'pt' then 'pg_catalog.portuguese'::regconfig
           when 'ru' then 'pg_catalog.russian'::regconfig
           else 'pg_catalog.simple'::regconfig
           end
$$;

-- What a reader typed, understood in every language that articles may have.
create function search_query(q text) returns tsquery
    language sql immutable parallel safe
as
$$
select websearch_to_tsquery('pg_catalog.simple'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.english'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.german'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.french'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.spanish'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.italian'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.portuguese'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.russian'::regconfig, q)
           || websearch_to_tsquery('pg_catalog.arabic'::regconfig, q)
$$;

create function search_matches(search tsvector, q text) returns boolean
    language sql immutable parallel safe
as
$$
select search @@ search_query(q)
$$;

create function search_rank(search tsvector, q text) returns real
    language sql immutable parallel safe
as
$$
select ts_rank(search, search_query(q))
$$;

-- One version of an article's content: the working copy, the published one, or both at once. What is JSON here is only
-- ever read and written whole, so it is text: jsonb would reorder the members of what writers typed.
create table edition (
    id              uuid  not null,
    article_id      uuid  not null,
    slug            text  not null,
    type            text  not null,
    headline        text  not null,
    kicker          text,
    standfirst      text,
    section_id      uuid,
    byline          text,
    dateline        text,
    language        text,
    source_name     text,
    source_url      text,
    canonical_url   text,
    labels          text  not null,
    seo_title       text,
    seo_description text,
    related_policy  text  not null,
    body            text  not null,
    plain_text      text  not null,
    word_count      int   not null,
    reading_minutes int   not null,
    input           text  not null,
    search          tsvector generated always as (
        setweight(to_tsvector(text_config(language), headline), 'A')
            || setweight(to_tsvector(text_config(language), coalesce(kicker, '') || ' ' || coalesce(standfirst, '')), 'B')
            || setweight(to_tsvector(text_config(language), plain_text), 'D')) stored,
    constraint edition_pkey primary key (id),
    constraint edition_section_fkey foreign key (section_id) references section
);

create index edition_article on edition (article_id);
create index edition_section on edition (section_id);
create index edition_search on edition using gin (search);

create table edition_tag (
    edition_id uuid not null,
    position   int  not null,
    tag_id     uuid not null,
    constraint edition_tag_pkey primary key (edition_id, position),
    constraint edition_tag_edition_fkey foreign key (edition_id) references edition on delete cascade,
    constraint edition_tag_tag_fkey foreign key (tag_id) references tag
);

create index edition_tag_tag on edition_tag (tag_id);

create table edition_credit (
    edition_id uuid not null,
    position   int  not null,
    author_id  uuid not null,
    role       text,
    constraint edition_credit_pkey primary key (edition_id, position),
    constraint edition_credit_edition_fkey foreign key (edition_id) references edition on delete cascade,
    constraint edition_credit_author_fkey foreign key (author_id) references author
);

create index edition_credit_author on edition_credit (author_id);

create table article (
    id                 uuid        not null,
    version            bigint      not null,
    state              text        not null,
    slug               text        not null,
    type               text        not null,
    language           text,
    live_id            uuid,
    working_id         uuid        not null,
    first_published_at timestamptz,
    published_at       timestamptz,
    updated_at         timestamptz,
    embargo_until      timestamptz,
    expires_at         timestamptz,
    created_at         timestamptz not null,
    created_by         text        not null,
    saved_at           timestamptz not null,
    constraint article_pkey primary key (id),
    constraint article_slug_key unique (slug),
    constraint article_live_fkey foreign key (live_id) references edition,
    constraint article_working_fkey foreign key (working_id) references edition,
    constraint article_shown_check check (state not in ('PUBLISHED', 'SCHEDULED')
        or (live_id is not null and published_at is not null and updated_at is not null))
);

create index article_newest on article (published_at desc, id desc) where state in ('PUBLISHED', 'SCHEDULED');
create index article_updated on article (updated_at desc, id desc) where state in ('PUBLISHED', 'SCHEDULED');
create index article_live on article (live_id);
create index article_working on article (working_id);
create index article_created on article (created_at desc, id desc);
create index article_saved on article (saved_at desc, id desc);

-- The one gate between the public and what it must not see (ADR 3). The database's clock decides; tests steer "at".
create function article_visible(state text, published_at timestamptz, embargo_until timestamptz, expires_at timestamptz,
                                at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select state in ('PUBLISHED', 'SCHEDULED')
           and published_at <= coalesce(at, statement_timestamp())
           and (embargo_until is null or embargo_until <= coalesce(at, statement_timestamp()))
           and (expires_at is null or expires_at > coalesce(at, statement_timestamp()))
$$;

-- Where published articles stand: one row for each tag, author, section and parent section of the live edition, in the
-- order of the lists. A list by one label is one index scan (ADR 4).
create table shelf (
    label_id     uuid        not null,
    article_id   uuid        not null,
    published_at timestamptz not null,
    updated_at   timestamptz not null,
    constraint shelf_pkey primary key (label_id, article_id),
    constraint shelf_article_fkey foreign key (article_id) references article on delete cascade
);

create index shelf_newest on shelf (label_id, published_at desc, article_id desc);
create index shelf_updated on shelf (label_id, updated_at desc, article_id desc);
create index shelf_article on shelf (article_id);

-- How many visible articles stand under a section, tag or author.
create function visible_articles(label uuid, at timestamptz) returns bigint
    language sql stable parallel safe
as
$$
select count(*)
from shelf s
         join article a on a.id = s.article_id
where s.label_id = label
  and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at)
$$;

-- Whether any does.
create function any_visible_article(label uuid, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select exists (select 1
               from shelf s
                        join article a on a.id = s.article_id
               where s.label_id = label
                 and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at))
$$;

-- A section's shelf also holds what stands in its children: puts an article where its live edition belongs.
create function shelve(article uuid) returns void
    language sql
as
$$
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
