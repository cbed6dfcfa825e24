-- A new comment is compared with the last thousand: from the index alone, which holds what is compared.
drop index comment_recent;
create index comment_recent on comment (created_at) include (id, fingerprint);

-- Each index is written with each comment: comment_article serves the flat list as well, and most comments have no parent.
drop index comment_flat;
drop index comment_parent;
create index comment_parent on comment (parent_id) where parent_id is not null;

-- note_item for comments. The gate stands here by itself: change_present, which knows every kind's, is planned anew for
-- every call, and that cost more than all the rest.
create function note_comment(comment uuid, version bigint, keys text[]) returns void
    language plpgsql
as
$$
declare
    known  change_known;
    own    text[] := array ['comment:' || $1, 'comments'] || $3;
    public boolean;
    seen   boolean;
    parent uuid;
    above  record;
begin
    -- Whoever hides or shows the article waits, and then finds this comment; or this waits, and finds the article so.
    perform 1 from comment c join article a on a.id = c.article_id where c.id = $1 for share of a;
    select article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, clock_timestamp()), c.shown, c.parent_id
    into public, seen, parent
    from comment c
             join article a on a.id = c.article_id
    where c.id = $1;
    seen := coalesce(public and seen, false);
    select * into known from change_known k where k.kind = 'comment' and k.item_id = $1 for update;
    if seen or known.present then
        perform record_change('comment', $1, seen, $2, array(select distinct unnest(own || known.keys) order by 1));
        insert into change_known as k (kind, item_id, present, keys)
        values ('comment', $1, seen, own)
        on conflict on constraint change_known_pkey do update set present = excluded.present, keys = excluded.keys;
    end if;
    if parent is null then
        return;
    end if;
    -- Removed ones keep their place while there are visible ones below.
    for above in with recursive up as (select c.id, c.parent_id, c.version, c.shown
                                       from comment c
                                       where c.id = parent
                                       union all
                                       select c.id, c.parent_id, c.version, c.shown
                                       from up
                                                join comment c on c.id = up.parent_id)
                 select up.id, up.version, public and up.shown as seen
                 from up
                          left join change_known k on k.kind = 'comment' and k.item_id = up.id
                 where coalesce(k.present, false) <> (public and up.shown)
        loop
            perform record_change('comment', above.id, above.seen, above.version,
                                  array ['comment:' || above.id, 'comments'] || $3);
            insert into change_known as k (kind, item_id, present, keys)
            values ('comment', above.id, above.seen, array ['comment:' || above.id, 'comments'] || $3)
            on conflict on constraint change_known_pkey do update set present = excluded.present;
        end loop;
end
$$;

create or replace function note_item(kind text, item uuid, version bigint, shown boolean, keys text[]) returns void
    language plpgsql
as
$$
declare
    known change_known;
    seen  boolean;
    own   text[] := array [$1 || ':' || $2, $1 || 's'] || $5;
begin
    if $1 = 'comment' then
        perform note_comment($2, $3, $5);
        return;
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
end
$$;
