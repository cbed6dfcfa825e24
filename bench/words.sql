-- Gives the articles of bench/articles.sql words like those of a newspaper: a vocabulary of :v words in which the n-th is n
-- times as rare as the first. Deterministic. Usage: psql -v v=20000 -f bench/words.sql
create temporary table word as
select n, (select string_agg((array ['ba','ko','ri','ten','mol','sa','due','vik','lor','pan','zet','gru','hal','no','fi','cra','wen','pos','jut','em'])
                             [1 + (n * 7919 / (20 ^ p)::int + p * n) % 20], '' order by p)
           from generate_series(0, 2 + n % 2) p) || chr(97 + n % 26) || chr(97 + n / 26 % 26) as w
from generate_series(1, :v) n;
alter table word add primary key (n);

select setseed(0.4) \g /dev/null
-- Passages of twelve words, of which each article has ten.
create temporary table passage as
select p, string_agg(w, ' ' order by i) as words
from (select p, i, least(:v, floor(exp(random() * ln(:v)))::int) as n
      from generate_series(1, 50000) p, generate_series(1, 12) i) picked
         join word using (n)
group by p;
alter table passage add primary key (p);

set work_mem = '64MB';
set synchronous_commit = off;
drop index edition_search;
update edition e
set headline   = initcap(split_part(x.words, ' ', 1)) || ' ' || split_part(x.words, ' ', 2) || ' ' || split_part(x.words, ' ', 3)
                     || ' ' || split_part(x.words, ' ', 4) || ' ' || split_part(x.words, ' ', 5) || ' ' || i.i,
    standfirst = x.words,
    plain_text = x.all_words,
    label_marks = x.marks
from (select article_id, substr(slug, 9)::int as i from edition) i
         cross join lateral (select min(words) as words, string_agg(words, '. ' order by p) as all_words,
                                    (select string_agg(label_mark(label_id), ' ') from shelf
                                     where article_id = i.article_id and label_id <> '00000000-0000-0000-0000-000000000000') as marks
                             from generate_series(0, 9) k
                                      join passage on p = 1 + (i.i * 104729::bigint + k * k * 15485863::bigint + k * 31) % 50000) x
where e.article_id = i.article_id;
create index edition_search on edition using gin (search);
\pset tuples_only
\pset format unaligned
-- Words of some frequencies, for the queries.
select w from word where n between 1 and 1000 order by n;
