-- What changed for the public, one row for each change, written in the transaction of the change (ADR 15).
-- Readers go by (xid, id) and see only rows below the snapshot's xmin: below it nothing can commit any more.
create table change (
    id      bigint generated always as identity,
    xid     xid8        not null default pg_current_xact_id(),
    kind    text        not null,
    item_id uuid        not null,
    op      text        not null,
    version bigint      not null,
    at      timestamptz not null,
    keys    text[]      not null,
    constraint change_pkey primary key (id),
    constraint change_op_check check (op in ('upsert', 'gone'))
);

create index change_order on change (xid, id);

-- What the rows of change have told of each item so far. The row of a label is also its lock: whether the public sees it
-- depends on many articles, and of two that go at once the second must see that the first is gone.
create table change_known (
    kind    text    not null,
    item_id uuid    not null,
    present boolean not null,
    mark    text,
    keys    text[]  not null,
    constraint change_known_pkey primary key (kind, item_id)
);

-- Whether the public sees an item; null where only its own room can tell. Each kind passes its gate here.
create function change_present(kind text, item uuid, at timestamptz) returns boolean
    language sql stable
as
$$
select case kind
           when 'article' then exists (select 1
                                       from article a
                                       where a.id = item
                                         and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at))
           when 'section' then exists (select 1 from section s where s.id = item)
           when 'tag' then exists (select 1 from tag t where t.id = item) and any_visible_article(item, at)
           when 'author' then exists (select 1 from author t where t.id = item) and any_visible_article(item, at)
           end
$$;

-- The surrogate keys of the replies that show an article: its own, the list of all, and its labels'.
create function article_keys(article uuid) returns text[]
    language sql stable
as
$$
with recursive live as (select a.id, a.live_id, e.section_id
                        from article a
                                 join edition e on e.id = a.live_id
                        where a.id = $1),
               place as (select s.id, s.parent_id
                         from live
                                  join section s on s.id = live.section_id
                         union
                         select s.id, s.parent_id
                         from place
                                  join section s on s.id = place.parent_id)
select array_agg(key order by key)
from (select 'articles'
      union
      select 'article:' || $1
      union
      select 'section:' || id
      from place
      union
      select 'tag:' || t.tag_id
      from edition_tag t
               join live on live.live_id = t.edition_id
      union
      select 'author:' || c.author_id
      from edition_credit c
               join live on live.live_id = c.edition_id) as shown(key)
$$;

create function record_change(kind text, item uuid, present boolean, version bigint, keys text[]) returns void
    language plpgsql
as
$$
declare
    written bigint;
begin
    insert into change (kind, item_id, op, version, at, keys)
    values ($1, $2, case when $3 then 'upsert' else 'gone' end, $4, clock_timestamp(), $5)
    returning id into written;
    perform pg_notify('byline_change', written::text);
end
$$;

-- An item other than an article changed: a row if the public sees it or saw it. "shown" decides where change_present can't.
create function note_item(kind text, item uuid, version bigint, shown boolean, keys text[]) returns void
    language plpgsql
as
$$
declare
    known change_known;
    seen  boolean;
    own   text[] := array [$1 || ':' || $2, $1 || 's'] || $5;
begin
    insert into change_known as k (kind, item_id, present, keys)
    values ($1, $2, false, '{}')
    on conflict on constraint change_known_pkey do update set present = k.present
    returning k.* into known;
    seen := coalesce(change_present($1, $2, clock_timestamp()), $4, false);
    if seen or known.present then
        perform record_change($1, $2, seen, $3, array(select distinct unnest(own || known.keys) order by 1));
        update change_known k set present = seen, keys = own where k.kind = $1 and k.item_id = $2;
    end if;
end
$$;

-- The tags and authors among surrogate keys: those whose visibility depends on articles.
create function keyed_labels(keys text[]) returns table (kind text, item uuid)
    language sql immutable
    rows 20
as
$$
select split_part(key, ':', 1), case when key like 'tag:%' or key like 'author:%' then split_part(key, ':', 2)::uuid end
from unnest($1) as key
where key like 'tag:%'
   or key like 'author:%'
$$;

-- Something was done to an article, or is about to be (it goes), or to what its reply shows besides (forced): a row if the
-- public sees a difference, and one for each tag and author that appears or vanishes with it.
create function note_article(article uuid, goes boolean, forced boolean) returns void
    language plpgsql
as
$$
declare
    known change_known;
    seen  boolean;
    look  text;
    v     bigint;
    own   text[];
    every text[];
    label record;
begin
    perform 1 from article a where a.id = $1 for no key update;
    select * into known from change_known k where k.kind = 'article' and k.item_id = $1;
    select not goes and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, clock_timestamp()),
           concat_ws(' ', a.live_id, a.first_published_at, a.published_at, a.updated_at),
           a.version
    into seen, look, v
    from article a
    where a.id = $1;
    seen := coalesce(seen, false);
    known.present := coalesce(known.present, false);
    if not seen and not known.present or seen and known.present and look = known.mark and not forced then
        return;
    end if;
    own := case when seen then article_keys($1) else known.keys end;
    every := array(select distinct unnest(own || known.keys) order by 1);
    perform record_change('article', $1, seen, coalesce(v, 0), every);
    insert into change_known as k (kind, item_id, present, mark, keys)
    values ('article', $1, seen, look, own)
    on conflict on constraint change_known_pkey do update
        set present = excluded.present, mark = excluded.mark, keys = excluded.keys;
    -- All labels locked in one order, then looked at by statements that see what others committed meanwhile.
    insert into change_known as k (kind, item_id, present, keys)
    select l.kind, l.item, false, '{}'
    from keyed_labels(every) l
    order by 1, 2
    on conflict on constraint change_known_pkey do update set present = k.present;
    for label in select k.kind,
                        k.item_id,
                        change_present(k.kind, k.item_id, clock_timestamp())                    as seen,
                        coalesce((select t.version from tag t where t.id = k.item_id),
                                 (select t.version from author t where t.id = k.item_id), 0) as version
                 from keyed_labels(every) l
                          join change_known k on k.kind = l.kind and k.item_id = l.item
                 where k.present <> change_present(k.kind, k.item_id, clock_timestamp())
        loop
            perform record_change(label.kind, label.item_id, label.seen, label.version,
                                  array [label.kind || ':' || label.item_id, label.kind || 's']);
            update change_known k
            set present = label.seen
            where k.kind = label.kind and k.item_id = label.item_id;
        end loop;
end
$$;

-- The log begins with what the public sees already.
select note_item('section', id, version, null, '{}') from section;
select note_article(id, false, false) from article order by published_at;
