-- Only a loaded extension's settings may be named by others than superusers.
select public.similarity('a', 'b');

-- Headlines of visible articles, and names of tags and authors of such, whose addresses have a word that is spelt much like
-- this one. The usual threshold of 0.6 passes over a wrong letter in the middle of a word of nine. Many addresses may share a
-- word: of 2,000 that are alike the nearest are taken.
create function near_texts(spelt text) returns setof text
    language sql stable
    rows 20
    set pg_trgm.word_similarity_threshold = 0.45
as
$$
(select alike.headline
 from (select e.headline, a.slug, a.id
       from article a
                join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
       where a.slug operator (public.%>) $1
         and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)
       limit 2000) alike
 order by public.word_similarity($1, alike.slug) desc, alike.id
 limit 10)
union all
(select t.name
 from tag t
 where t.slug operator (public.%>) $1
   and any_visible_article(t.id, null)
 order by public.word_similarity($1, t.slug) desc, t.id
 limit 5)
union all
(select u.name
 from author u
 where u.slug operator (public.%>) $1
   and any_visible_article(u.id, null)
 order by public.word_similarity($1, u.slug) desc, u.id
 limit 5)
$$;
