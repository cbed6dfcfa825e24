-- The picture of an author.
alter table author
    add column portrait_id uuid,
    add constraint author_portrait_fkey foreign key (portrait_id) references media;

create index author_portrait on author (portrait_id) where portrait_id is not null;

-- Whether a visible article uses it, or an author of one is shown by it: what no reader can meet has no public address.
create or replace function media_visible(media uuid, at timestamptz) returns boolean
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
           or exists (select 1
                      from author u
                      where u.portrait_id = media
                        and any_visible_article(u.id, at))
$$;

-- The surrogate keys of the replies that show an article or are there because of it: its own, the list of all, its labels'
-- and its media's.
create or replace function article_keys(article uuid) returns text[]
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
               join live on live.live_id = c.edition_id
      union
      select 'media:' || m.media_id
      from edition_media m
               join live on live.live_id = m.edition_id) as shown(key)
$$;

-- The items of one kind among surrogate keys.
create function keyed(keys text[], kind text) returns setof uuid
    language sql immutable
    rows 20
as
$$
select case when key like $2 || ':%' then split_part(key, ':', 2)::uuid end
from unnest($1) as key
where key like $2 || ':%'
$$;

create function lock_known(kind text, items uuid[]) returns void
    language sql
as
$$
insert into change_known as k (kind, item_id, present, keys)
select $1, item, false, '{}'
from unnest($2) as item
order by item
on conflict on constraint change_known_pkey do update set present = k.present
$$;

-- The tags, authors and media among surrogate keys, and the portraits of these authors: a row for each that appeared or
-- vanished. All locked in one order, then looked at by statements that see what others committed meanwhile.
create function note_followers(keys text[]) returns void
    language plpgsql
as
$$
declare
    authors uuid[] := array(select distinct keyed($1, 'author'));
    tags    uuid[] := array(select distinct keyed($1, 'tag'));
    media   uuid[];
    item    record;
begin
    perform lock_known('author', authors);
    media := array(select keyed($1, 'media')
                   union
                   select u.portrait_id
                   from author u
                   where u.id = any (authors)
                     and u.portrait_id is not null);
    perform lock_known('media', media);
    perform lock_known('tag', tags);
    for item in select k.kind,
                       k.item_id,
                       change_present(k.kind, k.item_id, clock_timestamp())                    as seen,
                       coalesce((select t.version from tag t where t.id = k.item_id),
                                (select u.version from author u where u.id = k.item_id),
                                (select m.version from media m where m.id = k.item_id), 0)      as version
                from change_known k
                where (k.kind = 'author' and k.item_id = any (authors)
                    or k.kind = 'media' and k.item_id = any (media)
                    or k.kind = 'tag' and k.item_id = any (tags))
                  and k.present <> change_present(k.kind, k.item_id, clock_timestamp())
        loop
            perform record_change(item.kind, item.item_id, item.seen, item.version,
                                  array [item.kind || ':' || item.item_id, item.kind || 's']);
            update change_known k
            set present = item.seen
            where k.kind = item.kind and k.item_id = item.item_id;
        end loop;
end
$$;

-- The comments of an article that appeared or vanished with it: a row for each.
create function note_comments(article uuid, seen boolean) returns void
    language plpgsql
as
$$
begin
    perform pg_notify('byline_change', written.id::text)
    from note_comment_rows($1, $2) as written(id);
end
$$;

create function note_comment_rows(article uuid, seen boolean) returns setof bigint
    language sql
as
$$
with flipped as (
    insert into change_known as k (kind, item_id, present, keys)
        select 'comment', c.id, $2, array ['comment:' || c.id, 'comments', 'article:' || $1]
        from comment c
        where c.article_id = $1
          and c.shown
        order by c.id
        on conflict on constraint change_known_pkey do update set present = excluded.present
            where k.present <> excluded.present
        returning k.item_id, k.keys)
insert
into change (kind, item_id, op, version, at, keys)
select 'comment', c.id, case when $2 then 'upsert' else 'gone' end, c.version, clock_timestamp(), f.keys
from flipped f
         join comment c on c.id = f.item_id
returning id
$$;

-- An item other than an article changed: a row if the public sees it or saw it. "shown" decides where change_present can't.
create or replace function note_item(kind text, item uuid, version bigint, shown boolean, keys text[]) returns void
    language plpgsql
as
$$
declare
    known change_known;
    seen  boolean;
    own   text[] := array [$1 || ':' || $2, $1 || 's'] || $5;
    above record;
begin
    if $1 = 'comment' then
        -- Whoever hides or shows the article waits, and then finds this comment; or this waits, and finds the article so.
        perform 1 from comment c join article a on a.id = c.article_id where c.id = $2 for share of a;
    end if;
    insert into change_known as k (kind, item_id, present, keys)
    values ($1, $2, false, '{}')
    on conflict on constraint change_known_pkey do update set present = k.present
    returning k.* into known;
    seen := coalesce(change_present($1, $2, clock_timestamp()), $4, false);
    if seen or known.present then
        perform record_change($1, $2, seen, $3, array(select distinct unnest(own || known.keys) order by 1));
        update change_known k set present = seen, keys = own where k.kind = $1 and k.item_id = $2;
    end if;
    if $1 = 'comment' then
        -- Removed ones keep their place while there are visible ones below.
        for above in with recursive up as (select c.id, c.parent_id, c.version
                                           from comment c
                                           where c.id = (select x.parent_id from comment x where x.id = $2)
                                           union all
                                           select c.id, c.parent_id, c.version
                                           from up
                                                    join comment c on c.id = up.parent_id)
                     select up.id, up.version, change_present('comment', up.id, clock_timestamp()) as seen
                     from up
                              left join change_known k on k.kind = 'comment' and k.item_id = up.id
                     where coalesce(k.present, false) <> change_present('comment', up.id, clock_timestamp())
            loop
                perform record_change('comment', above.id, above.seen, above.version,
                                      array ['comment:' || above.id, 'comments'] || $5);
                insert into change_known as k (kind, item_id, present, keys)
                values ('comment', above.id, above.seen, array ['comment:' || above.id, 'comments'] || $5)
                on conflict on constraint change_known_pkey do update set present = excluded.present;
            end loop;
    end if;
end
$$;

-- Something was done to an article, or is about to be (it goes), or to what its reply shows besides (forced): a row if the
-- public sees a difference, and one for each tag, author, media item and comment that appears or vanishes with it.
create or replace function note_article(article uuid, goes boolean, forced boolean) returns void
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
    perform note_followers(every);
    if seen <> known.present then
        perform note_comments($1, seen);
    end if;
end
$$;

drop function keyed_labels(text[]);

-- The log goes on with the media that readers see already, and without the comments that they don't see any more.
update change_known k
set keys = article_keys(k.item_id)
where k.kind = 'article'
  and k.present;

select note_followers(k.keys)
from change_known k
where k.kind = 'article'
  and k.present;

select note_item('comment', k.item_id, 0, null, '{}')
from change_known k
where k.kind = 'comment'
  and k.present
  and not change_present('comment', k.item_id, now());
