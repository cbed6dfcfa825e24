-- Which replies a transaction makes stale, told by the database itself: whoever writes, and by whatever statement, cannot
-- forget it (ADR 33). A key is an item's id, or names a list: "articles" is the front page and every count,
-- "under:section:world" what stands in a section, tag or author (by each address that it has or had), "*" everything.
create table stale_key (
    xid xid8        not null default pg_current_xact_id(),
    key text        not null,
    at  timestamptz not null default statement_timestamp(),
    constraint stale_key_pkey primary key (xid, key)
);

create index stale_key_at on stale_key (at);

create function stale(keys text[]) returns void
    language plpgsql
as
$$
begin
    if cardinality(keys) > 500 then
        keys := array ['*'];
    end if;
    with written as (insert into stale_key (key)
        select distinct k from unnest(keys) k where k is not null
        on conflict do nothing
        returning key)
    select array_agg(key) into keys from written;
    if keys is not null then
        perform pg_notify('byline_stale', pg_current_xact_id() || ' ' || k) from unnest(keys) k;
    end if;
end
$$;

create index article_embargo on article (embargo_until) where embargo_until is not null;
create index article_expiry on article (expires_at) where expires_at is not null;
create index article_next_time on article (next_at) where next_at is not null;
create index edition_closing on edition (comments_close_at) where comments_close_at is not null;
create index media_valid_from on media (valid_from) where valid_from is not null;
create index media_valid_until on media (valid_until) where valid_until is not null;

-- The earliest instant after "at" at which anything may appear, change or vanish by the clock alone.
create function next_gate(at timestamptz) returns timestamptz
    language sql stable
as
$$
select min(gate)
from ((select published_at
       from article
       where state in ('PUBLISHED', 'SCHEDULED')
         and published_at > at
       order by published_at
       limit 1)
      union all
      (select embargo_until from article where embargo_until > at order by embargo_until limit 1)
      union all
      (select expires_at from article where expires_at > at order by expires_at limit 1)
      union all
      (select next_at from article where next_at > at order by next_at limit 1)
      union all
      (select comments_close_at from edition where comments_close_at > at order by comments_close_at limit 1)
      union all
      (select valid_from from media where valid_from > at order by valid_from limit 1)
      union all
      (select valid_until from media where valid_until > at order by valid_until limit 1)
      union all
      -- Comments close by themselves some days after publication. A day may have 23 or 25 hours.
      (select min(p.published_at + d.days)
       from (select make_interval(days => close_after_days) as days from comment_settings where close_after_days is not null) d,
            lateral (select published_at
                     from article
                     where state in ('PUBLISHED', 'SCHEDULED')
                       and published_at > at - d.days - interval '3 hours'
                       and published_at <= at - d.days + interval '3 hours'
                     union all
                     (select published_at
                      from article
                      where state in ('PUBLISHED', 'SCHEDULED')
                        and published_at > at - d.days + interval '3 hours'
                      order by published_at
                      limit 1)) p
       where p.published_at + d.days > at)) as gates(gate)
$$;

-- The same as a key: a node's clock of gates must ring no later than that.
create function gate_key() returns text
    language sql volatile
as
$$
select 'gate:' || cast(extract(epoch from next_gate(clock_timestamp())) * 1000000 as bigint)
$$;

-- The lists that read a shelf.
create function list_keys(label uuid) returns setof text
    language sql stable parallel safe
as
$$
select 'articles'
where label = '00000000-0000-0000-0000-000000000000'
union all
select 'under:' || s.space || ':' || s.slug
from slug s
where s.owner = label
$$;

create function stale_everything() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array ['*']);
    return null;
end
$$;

-- An article as the public may see it; what only the newsroom sees (version, times of saving) is no reason.
create function stale_article() returns trigger
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
                        select 'used:' || u.media_id
                        from shelf s
                                 join edition_media u on u.edition_id = s.edition_id
                        where s.article_id = changed
                        union all
                        select gate_key()));
    return null;
end
$$;

create trigger article_new after insert on article for each row when (new.state in ('PUBLISHED', 'SCHEDULED')) execute function stale_article();
create trigger article_gone after delete on article for each row execute function stale_article();
create trigger article_changed after update on article for each row
    when ((old.state, old.slug, old.type, old.language, old.live_id, old.first_published_at, old.published_at, old.updated_at,
           old.embargo_until, old.expires_at, old.next_id, old.next_at, old.next_updated_at, old.shown_at, old.takedown_reason)
        is distinct from
          (new.state, new.slug, new.type, new.language, new.live_id, new.first_published_at, new.published_at, new.updated_at,
           new.embargo_until, new.expires_at, new.next_id, new.next_at, new.next_updated_at, new.shown_at, new.takedown_reason))
    execute function stale_article();

-- Lists by what stands on their shelves.
create function stale_shelf() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array(select k from (select distinct label_id from gone) l, list_keys(l.label_id) k
                            union select article_id::text from gone
                            union select 'used:' || u.media_id from gone join edition_media u using (edition_id)
                            union select 'used:' || u.portrait_id from gone join author u on u.id = gone.label_id));
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array(select k from (select distinct label_id from come) l, list_keys(l.label_id) k
                            union select article_id::text from come
                            union select 'used:' || u.media_id from come join edition_media u using (edition_id)
                            union select 'used:' || u.portrait_id from come join author u on u.id = come.label_id));
    end if;
    return null;
end
$$;

create trigger shelf_new after insert on shelf referencing new table as come for each statement execute function stale_shelf();
create trigger shelf_gone after delete on shelf referencing old table as gone for each statement execute function stale_shelf();
create trigger shelf_changed after update on shelf referencing old table as gone new table as come
    for each statement execute function stale_shelf();

-- Editions that are on the shelf: the published one and the one that takes its place.
create function stale_edition() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array(select k
                        from shelf s, list_keys(s.label_id) k
                        where s.edition_id = new.id
                        union all
                        select s.article_id::text
                        from shelf s
                        where s.edition_id = new.id
                        union all
                        select gate_key()
                        where exists (select 1 from shelf s where s.edition_id = new.id)));
    return null;
end
$$;

create trigger edition_changed after update on edition for each row execute function stale_edition();

create function stale_edition_part() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array(select distinct s.article_id::text from gone join shelf s using (edition_id)));
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array(select distinct s.article_id::text from come join shelf s using (edition_id)));
    end if;
    return null;
end
$$;

create trigger edition_tag_new after insert on edition_tag referencing new table as come for each statement execute function stale_edition_part();
create trigger edition_tag_gone after delete on edition_tag referencing old table as gone for each statement execute function stale_edition_part();
create trigger edition_tag_changed after update on edition_tag referencing old table as gone new table as come
    for each statement execute function stale_edition_part();
create trigger edition_credit_new after insert on edition_credit referencing new table as come for each statement execute function stale_edition_part();
create trigger edition_credit_gone after delete on edition_credit referencing old table as gone for each statement execute function stale_edition_part();
create trigger edition_credit_changed after update on edition_credit referencing old table as gone new table as come
    for each statement execute function stale_edition_part();

create function stale_edition_media() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array(select k
                            from gone
                                     join shelf s using (edition_id),
                                 lateral (values (s.article_id::text), ('used:' || gone.media_id)) as keys(k)));
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array(select k
                            from come
                                     join shelf s using (edition_id),
                                 lateral (values (s.article_id::text), ('used:' || come.media_id)) as keys(k)));
    end if;
    return null;
end
$$;

create trigger edition_media_new after insert on edition_media referencing new table as come for each statement execute function stale_edition_media();
create trigger edition_media_gone after delete on edition_media referencing old table as gone for each statement execute function stale_edition_media();
create trigger edition_media_changed after update on edition_media referencing old table as gone new table as come
    for each statement execute function stale_edition_media();

-- Sections, tags and authors: themselves, the list of their kind, and whatever found them by name. The argument is the kind.
create function stale_label() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array [case when tg_op = 'DELETE' then old.id else new.id end::text, tg_argv[0], 'labels']);
    return null;
end
$$;

create trigger section_changed after insert or update or delete on section for each row execute function stale_label('sections');
create trigger tag_changed after insert or update or delete on tag for each row execute function stale_label('tags');
create trigger author_changed after insert or update or delete on author for each row execute function stale_label('authors');

create function stale_portrait() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array ['used:' || old.portrait_id]);
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array ['used:' || new.portrait_id]);
    end if;
    return null;
end
$$;

create trigger author_portrait_changed after insert or update or delete on author for each row execute function stale_portrait();

create function stale_alias() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array ['labels']);
    return null;
end
$$;

create trigger tag_alias_changed after insert or update or delete on tag_alias for each statement execute function stale_alias();

-- Whatever asked by this address, whether or not it found anything.
create function stale_slug() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array ['slug:' || old.space || ':' || old.slug]);
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array ['slug:' || new.space || ':' || new.slug]);
    end if;
    return null;
end
$$;

create trigger slug_changed after insert or update or delete on slug for each row execute function stale_slug();

-- Corrections, related links and comments stand with their article.
create function stale_correction() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array [case when tg_op = 'DELETE' then old.article_id else new.article_id end::text]);
    return null;
end
$$;

create trigger correction_changed after insert or update or delete on correction for each row execute function stale_correction();

create function stale_related() returns trigger
    language plpgsql
as
$$
begin
    if tg_op <> 'INSERT' then
        perform stale(array ['related:' || old.article_id, 'related:' || old.target_id]);
    end if;
    if tg_op <> 'DELETE' then
        perform stale(array ['related:' || new.article_id, 'related:' || new.target_id]);
    end if;
    return null;
end
$$;

create trigger related_link_changed after insert or update or delete on related_link for each row execute function stale_related();

create function stale_comments() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array ['comments:' || case when tg_op = 'DELETE' then old.article_id else new.article_id end]);
    return null;
end
$$;

create trigger comment_new after insert on comment for each row when (new.shown) execute function stale_comments();
create trigger comment_gone after delete on comment for each row when (old.shown) execute function stale_comments();
create trigger comment_changed after update on comment for each row
    when ((old.shown or new.shown)
        and (old.state, old.below, old.name, old.website, old.avatar, old.text, old.html, old.edited_at, old.path, old.article_id)
            is distinct from
            (new.state, new.below, new.name, new.website, new.avatar, new.text, new.html, new.edited_at, new.path, new.article_id))
    execute function stale_comments();
create trigger comment_count_new after insert on comment_count for each row when (new.visible > 0) execute function stale_comments();
create trigger comment_count_gone after delete on comment_count for each row when (old.visible > 0) execute function stale_comments();
create trigger comment_count_changed after update on comment_count for each row
    when (old.visible <> new.visible) execute function stale_comments();

-- When comments close is told with every article.
create trigger comment_settings_changed after insert or update or delete on comment_settings for each statement execute function stale_everything();

create function stale_media() returns trigger
    language plpgsql
as
$$
begin
    perform stale(array [case when tg_op = 'DELETE' then old.id else new.id end::text, gate_key()]);
    return null;
end
$$;

create trigger media_gone after delete on media for each row execute function stale_media();
create trigger media_changed after update on media for each row execute function stale_media();
create trigger media_new after insert on media for each row
    when (new.valid_from is not null or new.valid_until is not null) execute function stale_media();

create trigger article_emptied after truncate on article for each statement execute function stale_everything();
create trigger edition_emptied after truncate on edition for each statement execute function stale_everything();
create trigger shelf_emptied after truncate on shelf for each statement execute function stale_everything();
create trigger section_emptied after truncate on section for each statement execute function stale_everything();
create trigger tag_emptied after truncate on tag for each statement execute function stale_everything();
create trigger author_emptied after truncate on author for each statement execute function stale_everything();
create trigger slug_emptied after truncate on slug for each statement execute function stale_everything();
create trigger media_emptied after truncate on media for each statement execute function stale_everything();
create trigger comment_emptied after truncate on comment for each statement execute function stale_everything();
create trigger correction_emptied after truncate on correction for each statement execute function stale_everything();
create trigger related_link_emptied after truncate on related_link for each statement execute function stale_everything();
