-- Pictures, video, audio and documents: what the newsroom wrote of each, what its file says, and what is shown of both.
create table media (
    id                   uuid        not null,
    version              bigint      not null,
    kind                 text        not null,
    mime_type            text        not null,
    bytes                bigint      not null,
    sha256               bytea       not null,
    file_name            text,
    width                int,
    height               int,
    blurhash             text,
    color                text,
    headline             text,
    alt                  text,
    caption              text,
    extended_description text,
    keywords             jsonb       not null,
    captured_at          timestamptz,
    city                 text,
    country              text,
    focal_x              double precision,
    focal_y              double precision,
    attribution          jsonb       not null,
    valid_from           timestamptz,
    valid_until          timestamptz,
    territories          jsonb       not null,
    channels             jsonb       not null,
    input                text        not null,
    embedded             jsonb       not null,
    edition              int         not null,
    renditions           jsonb       not null,
    created_at           timestamptz not null,
    created_by           text        not null,
    saved_at             timestamptz not null,
    search               tsvector generated always as (
        to_tsvector('pg_catalog.simple'::regconfig,
                    coalesce(headline, '') || ' ' || coalesce(alt, '') || ' ' || coalesce(caption, '') || ' '
                        || coalesce(extended_description, '') || ' ' || coalesce(city, '') || ' ' || coalesce(country, '')
                        || ' ' || coalesce(file_name, ''))
            || jsonb_to_tsvector('pg_catalog.simple'::regconfig, keywords, '["string"]')
            || jsonb_to_tsvector('pg_catalog.simple'::regconfig, attribution, '["string"]')) stored,
    constraint media_pkey primary key (id),
    constraint media_sha256_key unique (sha256),
    constraint media_kind_check check (kind in ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT'))
);

create index media_created on media (created_at desc, id desc);
create index media_search on media using gin (search);

-- Names that a rendition's file had before its credit or its crop changed: they lead to the present one.
create table former_rendition (
    name     text not null,
    media_id uuid not null,
    key      text not null,
    constraint former_rendition_pkey primary key (name),
    constraint former_rendition_media_fkey foreign key (media_id) references media on delete cascade
);

create index former_rendition_media on former_rendition (media_id);

-- Which edition of an article uses which media, and where: what is used can't be deleted.
create table edition_media (
    edition_id uuid not null,
    position   int  not null,
    media_id   uuid not null,
    role       text not null,
    constraint edition_media_pkey primary key (edition_id, position),
    constraint edition_media_edition_fkey foreign key (edition_id) references edition on delete cascade,
    constraint edition_media_media_fkey foreign key (media_id) references media
);

create index edition_media_media on edition_media (media_id);

-- Whether a visible article uses it: what no reader can meet in an article has no public address.
create function media_visible(media uuid, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select exists (select 1
               from edition_media u
                        join shelf s on s.edition_id = u.edition_id and s.label_id = '00000000-0000-0000-0000-000000000000'
                        join article a on a.id = s.article_id
               where u.media_id = media
                 and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at)
                 and on_shelf(s.shown_from, s.shown_until, at))
$$;

-- Whether the rights don't cover this moment, by the database's clock as at the gate of articles.
create function media_withheld(valid_from timestamptz, valid_until timestamptz, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select valid_from is not null and valid_from > coalesce(at, statement_timestamp())
           or valid_until is not null and valid_until <= coalesce(at, statement_timestamp())
$$;
