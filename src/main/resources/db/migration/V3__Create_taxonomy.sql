create table section (
    id          uuid        not null,
    version     bigint      not null,
    slug        text collate "C" not null,
    name        text        not null,
    description text,
    parent_id   uuid,
    created_at  timestamptz not null,
    constraint section_pkey primary key (id),
    constraint section_slug_key unique (slug),
    constraint section_parent_fkey foreign key (parent_id) references section
);

create index section_parent on section (parent_id);

create table tag (
    id          uuid        not null,
    version     bigint      not null,
    slug        text collate "C" not null,
    name        text        not null,
    type        text        not null,
    description text,
    same_as     text,
    created_at  timestamptz not null,
    constraint tag_pkey primary key (id),
    constraint tag_slug_key unique (slug)
);

create index tag_name on tag (lower(name) text_pattern_ops);

-- Whether a section is another one or stands below it.
create function section_within(section uuid, ancestor uuid) returns boolean
    language sql stable parallel safe
as
$$
with recursive above as (select s.id, s.parent_id
                         from section s
                         where s.id = $1
                         union
                         select p.id, p.parent_id
                         from above a
                                  join section p on p.id = a.parent_id)
select exists (select 1 from above where id = $2)
$$;
