-- Adds :c visible comments to the newest articles that bench/articles.sql made, twelve to each, deterministically.
-- Usage: psql -v c=30000 -f bench/comments.sql
insert into commenter (id, version, email_hash, email, created_at)
values ('00000000-0000-7000-a000-000000000001', 1, '\x01', '\x01', now());

insert into comment (id, version, article_id, thread_id, parent_id, depth, path, commenter_id, state, name, avatar, text, html,
                     created_at, edit_until, findings, fingerprint, seq)
select ('00000000-0000-7000-a001-' || lpad(to_hex(i), 12, '0'))::uuid, 1, a.id,
       ('00000000-0000-7000-a001-' || lpad(to_hex(i), 12, '0'))::uuid, null, 0, '',
       '00000000-0000-7000-a000-000000000001', 'VISIBLE', 'Reader ' || i % 97, 'a' || i % 97,
       'What comment number ' || i || ' has to say takes two sentences. This is the other one.',
       '<p>What comment number ' || i || ' has to say takes two sentences. This is the other one.</p>',
       a.published_at + i * interval '1 second', a.published_at, '[]', i, 1 + i % 12
from generate_series(0, :c - 1) i
         join (select id, published_at, row_number() over (order by published_at desc) - 1 as place from article) a
              on a.place = i / 12;

insert into comment_count (article_id, visible, seq)
select article_id, count(*), max(seq)
from comment
group by article_id
on conflict (article_id) do update set visible = excluded.visible, seq = excluded.seq;

analyze;
