do
$$
    begin
        if exists (select 1
                   from pg_extension e
                            join pg_namespace n on n.oid = e.extnamespace
                   where e.extname in ('unaccent', 'pg_trgm')
                     and n.nspname <> 'public') then
            raise exception 'The extensions unaccent and pg_trgm must be in the schema public: alter extension ... set schema public';
        end if;
    end
$$;
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- The dictionaries of PostgreSQL, after accents are folded.
create text search configuration public.byline_arabic (copy = pg_catalog.arabic);
alter text search configuration public.byline_arabic alter mapping for hword, hword_part, word with public.unaccent, arabic_stem;
create text search configuration public.byline_german (copy = pg_catalog.german);
alter text search configuration public.byline_german alter mapping for hword, hword_part, word with public.unaccent, german_stem;
create text search configuration public.byline_english (copy = pg_catalog.english);
alter text search configuration public.byline_english alter mapping for hword, hword_part, word with public.unaccent, english_stem;
create text search configuration public.byline_spanish (copy = pg_catalog.spanish);
alter text search configuration public.byline_spanish alter mapping for hword, hword_part, word with public.unaccent, spanish_stem;
create text search configuration public.byline_french (copy = pg_catalog.french);
alter text search configuration public.byline_french alter mapping for hword, hword_part, word with public.unaccent, french_stem;
create text search configuration public.byline_italian (copy = pg_catalog.italian);
alter text search configuration public.byline_italian alter mapping for hword, hword_part, word with public.unaccent, italian_stem;
create text search configuration public.byline_portuguese (copy = pg_catalog.portuguese);
alter text search configuration public.byline_portuguese alter mapping for hword, hword_part, word with public.unaccent, portuguese_stem;
create text search configuration public.byline_russian (copy = pg_catalog.russian);
alter text search configuration public.byline_russian alter mapping for hword, hword_part, word with public.unaccent, russian_stem;
create text search configuration public.byline_simple (copy = pg_catalog.simple);
alter text search configuration public.byline_simple alter mapping for hword, hword_part, word with public.unaccent, simple;

alter table edition drop column search;
drop function search_matches(tsvector, text);
drop function search_rank(tsvector, text);
drop function search_query(text);

create or replace function text_config(language text) returns regconfig
    language sql immutable parallel safe
as
$$
select case split_part(lower(language), '-', 1)
           when 'ar' then 'public.byline_arabic'::regconfig
           when 'de' then 'public.byline_german'::regconfig
           when 'en' then 'public.byline_english'::regconfig
           when 'es' then 'public.byline_spanish'::regconfig
           when 'fr' then 'public.byline_french'::regconfig
           when 'it' then 'public.byline_italian'::regconfig
           when 'pt' then 'public.byline_portuguese'::regconfig
           when 'ru' then 'public.byline_russian'::regconfig
           else 'public.byline_simple'::regconfig
           end
$$;

-- A word of the index that stands for the language of a text, so that a query in one language meets its texts alone.
create function language_mark(language text) returns text
    language sql immutable parallel safe
as
$$
select 'xl' || case
                   when split_part(lower(language), '-', 1) in ('ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru')
                       then split_part(lower(language), '-', 1)
                   else 'other' end
$$;

-- A word of the index that stands for a section, tag or author: found by the label's present name, whatever it was when the
-- text was saved.
create function label_mark(label uuid) returns text
    language sql immutable parallel safe
as
$$
select 'xn' || replace(label::text, '-', '')
$$;

-- label_marks: of the section, tags and authors. glyphs: texts in scripts without blanks between words, as pairs of
-- neighbouring characters.
alter table edition
    add column label_marks text not null default '',
    add column glyphs      text not null default '';

update edition e
set label_marks = coalesce((select string_agg(label_mark(label), ' ')
                            from (select e.section_id
                                  union all
                                  select tag_id
                                  from edition_tag
                                  where edition_id = e.id
                                  union all
                                  select author_id
                                  from edition_credit
                                  where edition_id = e.id) as labels(label)), '');

alter table edition
    add column search tsvector generated always as (
        setweight(to_tsvector(text_config(language), headline), 'A')
            || setweight(to_tsvector(text_config(language), coalesce(kicker, '') || ' ' || coalesce(standfirst, '')), 'B')
            || setweight(to_tsvector('pg_catalog.simple'::regconfig, label_marks), 'C')
            || setweight(to_tsvector(text_config(language), plain_text || ' ' || glyphs), 'D')
            || setweight(to_tsvector('pg_catalog.simple'::regconfig, language_mark(language)), 'D')) stored;

create index edition_search on edition using gin (search);

create index section_words on section using gin (to_tsvector('public.byline_simple'::regconfig, name));
create index tag_words on tag using gin (to_tsvector('public.byline_simple'::regconfig, name));
create index author_words on author using gin (to_tsvector('public.byline_simple'::regconfig, name));

-- Spelling suggestions look for the nearest word in addresses, which are written in Latin letters whatever the script.
create index article_slug_trigrams on article using gin (slug public.gin_trgm_ops);
create index tag_slug_trigrams on tag using gin (slug public.gin_trgm_ops);
create index author_slug_trigrams on author using gin (slug public.gin_trgm_ops);

-- The labels whose names have the word, as a query.
create function label_query(word text) returns tsquery
    language sql stable parallel safe
as
$$
select string_agg(label_mark(id), ' | ')::tsquery
from ((select id from section where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20)
      union all
      (select id from tag where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20)
      union all
      (select id from author where to_tsvector('public.byline_simple'::regconfig, name) @@ plainto_tsquery('public.byline_simple'::regconfig, word) limit 20)) labels
$$;

-- What a reader typed (words, "phrases", -without, or), understood in each language for texts of that language; each word
-- also stands for the labels that have it in their names. A "*" at the end makes the last word the beginning of one.
create function search_query(typed text) returns tsquery
    language plpgsql stable parallel safe
    set client_min_messages = warning -- a query of stop words alone is no news
as
$$
declare
    text     text := rtrim(typed, '* ');
    words    text[] := (select array_agg(distinct w) from regexp_split_to_table(lower(text), '[^[:alnum:]]+') w where w <> '');
    labels   tsquery[];
    start    text := case when typed like '%*' then substring(lower(public.unaccent(text)) from '[[:alnum:]]+$') end;
    config   regconfig;
    part     tsquery;
    plain    tsquery;
    result   tsquery;
    language text;
begin
    if words is null then
        return ''::tsquery;
    end if;
    labels := array(select label_query(w) from unnest(words) w);
    foreach language in array array ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru', 'other']
        loop
            config := text_config(language);
            part := websearch_to_tsquery(config, text);
            for n in 1 .. cardinality(words)
                loop
                    plain := plainto_tsquery(config, words[n]);
                    if numnode(plain) = 1 and labels[n] is not null then
                        part := ts_rewrite(part, plain, plain || labels[n]);
                    end if;
                end loop;
            if start is not null then
                plain := plainto_tsquery(config, start);
                if numnode(plain) = 1 then
                    part := ts_rewrite(part, plain, plain || to_tsquery('pg_catalog.simple'::regconfig, start || ':*'));
                else
                    part := part && to_tsquery('pg_catalog.simple'::regconfig, start || ':*');
                end if;
            end if;
            if numnode(part) > 0 then
                part := part && language_mark(language)::tsquery;
                result := case when result is null then part else result || part end;
            end if;
        end loop;
    return coalesce(result, ''::tsquery);
end
$$;
