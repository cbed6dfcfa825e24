-- The gates of media and comments, for the log of changes.
create or replace function change_present(kind text, item uuid, at timestamptz) returns boolean
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
           when 'media' then media_visible(item, at)
           when 'comment' then exists (select 1
                                       from comment c
                                                join article a on a.id = c.article_id
                                       where c.id = item
                                         and c.shown
                                         and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, at))
           end
$$;
