-- Fills an empty, migrated database with :n published articles in 10 sections (one in five a child of the first), 200 tags
-- and 50 authors, deterministically. Usage: psql -v n=100000 -f bench/articles.sql
insert into section (id, version, slug, name, parent_id, created_at)
select ('00000000-0000-7000-8000-0000000000' || lpad(i::text, 2, '0'))::uuid, 1, 'section-' || i, 'Section ' || i,
       case when i in (2, 3) then '00000000-0000-7000-8000-000000000001'::uuid end, now()
from generate_series(1, 10) i;

insert into tag (id, version, slug, name, type, created_at)
select ('00000000-0000-7000-8001-000000000' || lpad(i::text, 3, '0'))::uuid, 1, 'tag-' || i, 'Tag ' || i, 'TOPIC', now()
from generate_series(1, 200) i;

insert into author (id, version, slug, name, links, created_at)
select ('00000000-0000-7000-8002-000000000' || lpad(i::text, 3, '0'))::uuid, 1, 'author-' || i, 'Author ' || i, '[]', now()
from generate_series(1, 50) i;

insert into slug (space, slug, owner, once_public)
select 'section', slug, id, true from section union all
select 'tag', slug, id, true from tag union all
select 'author', slug, id, true from author;

insert into edition (id, article_id, slug, type, headline, standfirst, section_id, language, labels, related_policy, body,
                     plain_text, word_count, reading_minutes, input)
select ('00000000-0000-7000-9001-' || lpad(to_hex(i), 12, '0'))::uuid,
       ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid,
       'article-' || i,
       (array ['STORY','STORY','STORY','OPINION','ANALYSIS'])[1 + i % 5],
       'Headline number ' || i, 'What happened on the day of story ' || i,
       ('00000000-0000-7000-8000-0000000000' || lpad((1 + i % 10)::text, 2, '0'))::uuid,
       (array ['en','en','en','de','fr'])[1 + i % 5], '[]', 'AUTO',
       '[' || repeat('{"type":"paragraph","html":"The council met again on Tuesday and agreed on nothing of note, word '
           || i || '."},', 9) || '{"type":"divider"}]',
       repeat('The council met again on Tuesday and agreed on nothing of note, word ' || i || '. ', 9), 126, 1, '{}'
from generate_series(1, :n) i;

insert into edition_tag (edition_id, position, tag_id)
select ('00000000-0000-7000-9001-' || lpad(to_hex(i), 12, '0'))::uuid, p,
       ('00000000-0000-7000-8001-000000000' || lpad((1 + (i * (2 * p + 1) + p * 37) % 200)::text, 3, '0'))::uuid
from generate_series(1, :n) i, generate_series(0, 2) p;

insert into edition_credit (edition_id, position, author_id, role)
select ('00000000-0000-7000-9001-' || lpad(to_hex(i), 12, '0'))::uuid, 0,
       ('00000000-0000-7000-8002-000000000' || lpad((1 + i % 50)::text, 3, '0'))::uuid, 'reporter'
from generate_series(1, :n) i;

insert into article (id, version, state, slug, type, language, live_id, working_id, first_published_at, published_at,
                     updated_at, shown_at, created_at, created_by, saved_at, saved_by)
select e.article_id, 1, 'PUBLISHED', e.slug, e.type, e.language, e.id, e.id, t, t, t, t, t, 'bench', t, 'bench'
from (select *, timestamptz '2020-01-01 00:00:00Z' + substr(slug, 9)::int * interval '97 seconds' as t from edition) e;

insert into slug (space, slug, owner, once_public)
select 'article', slug, id, true from article;

insert into shelf (label_id, article_id, edition_id, published_at, updated_at, language)
select distinct l.label, a.id, e.id, a.published_at, a.updated_at, e.language
from article a
         join edition e on e.id = a.live_id
         cross join lateral (select '00000000-0000-0000-0000-000000000000'::uuid
                             union
                             select e.section_id
                             union
                             select s.parent_id from section s where s.id = e.section_id and s.parent_id is not null
                             union
                             select tag_id from edition_tag where edition_id = e.id
                             union
                             select author_id from edition_credit where edition_id = e.id) as l(label);

analyze;
