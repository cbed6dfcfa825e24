-- Every slug in use, and every one that was public once: it keeps leading to its owner.
create table slug (
    space       text    not null,
    slug        text    not null,
    owner       uuid    not null,
    once_public boolean not null default false,
    constraint slug_pkey primary key (space, slug)
);

create index slug_owner on slug (owner);
create index slug_prefix on slug (space, slug text_pattern_ops);

-- The owner of a slug, present or former; null when there is none.
create function slug_owner(space text, slug text) returns uuid
    language sql stable parallel safe
as
$$
select s.owner
from slug s
where s.space = $1
  and s.slug = $2
$$;
