-- The picture that stands for a video until it plays. It comes to readers, and goes, with the video.
alter table media
    add column poster_id uuid,
    add constraint media_poster_fkey foreign key (poster_id) references media,
    add constraint media_poster_check check (poster_id is null or kind = 'VIDEO');

create index media_poster on media (poster_id) where poster_id is not null;

-- Whether a visible article uses it, an author of one is shown by it, or a video that readers see stands behind it: what no
-- reader can meet has no public address.
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
           or exists (select 1
                      from media v
                      where v.poster_id = $1
                        and media_visible(v.id, at))
$$;

-- The tags, authors and media among surrogate keys, the portraits of these authors and the posters of these media: a row for
-- each that appeared or vanished. All locked in one order, then looked at by statements that see what others committed
-- meanwhile.
create or replace function note_followers(keys text[]) returns void
    language plpgsql
as
$$
declare
    authors uuid[] := array(select distinct keyed($1, 'author'));
    tags    uuid[] := array(select distinct keyed($1, 'tag'));
    media   uuid[] := array(select distinct keyed($1, 'media'));
    item    record;
begin
    perform lock_known('author', authors);
    media := array(select unnest(media)
                   union
                   select u.portrait_id
                   from author u
                   where u.id = any (authors)
                     and u.portrait_id is not null
                   union
                   select v.poster_id
                   from media v
                   where v.id = any (media)
                     and v.poster_id is not null);
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

-- What comes to be used, or no longer is, with a media item: itself and its poster.
create function used_keys(item uuid) returns setof text
    language sql stable
    rows 2
as
$$
select 'used:' || item
union all
select 'used:' || m.poster_id
from media m
where m.id = item
  and m.poster_id is not null
$$;

create or replace function stale_article() returns trigger
    language plpgsql
as
$$
declare
    changed uuid := case when tg_op = 'DELETE' then old.id else new.id end;
begin
    perform stale(array(select changed::text
                        union all
                        select k
                        from shelf s, list_keys(s.label_id) k
                        where s.article_id = changed
                        union all
                        select k
                        from shelf s
                                 join edition_media u on u.edition_id = s.edition_id,
                             used_keys(u.media_id) k
                        where s.article_id = changed
                        union all
                        select gate_key()));
    return null;
end
$$;

create or replace function stale_shelf() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array(select k from (select distinct label_id from gone) l, list_keys(l.label_id) k
                            union select article_id::text from gone
                            union select k from gone join edition_media u using (edition_id), used_keys(u.media_id) k
                            union select 'used:' || u.portrait_id from gone join author u on u.id = gone.label_id));
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array(select k from (select distinct label_id from come) l, list_keys(l.label_id) k
                            union select article_id::text from come
                            union select k from come join edition_media u using (edition_id), used_keys(u.media_id) k
                            union select 'used:' || u.portrait_id from come join author u on u.id = come.label_id));
    end if;
    return null;
end
$$;

create or replace function stale_edition_media() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array(select s.article_id::text from gone join shelf s using (edition_id)
                            union select k from gone join shelf s using (edition_id), used_keys(gone.media_id) k));
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array(select s.article_id::text from come join shelf s using (edition_id)
                            union select k from come join shelf s using (edition_id), used_keys(come.media_id) k));
    end if;
    return null;
end
$$;

create function stale_poster() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array ['used:' || old.poster_id, 'used:' || new.poster_id]);
    return null;
end
$$;

create trigger media_poster_changed after update on media for each row
    when (old.poster_id is distinct from new.poster_id) execute function stale_poster();
