-- A shelf tells the language of the edition on it, so that likeness looks at no edition that it does not need.
alter table shelf disable trigger user;
alter table shelf add column language text;
update shelf s
set language = e.language
from edition e
where e.id = s.edition_id;
alter table shelf enable trigger user;

create function shelf_language() returns trigger
    language plpgsql
as
$$
begin
    new.language := (select e.language from edition e where e.id = new.edition_id);
    return new;
end
$$;

create trigger shelf_language
    before insert
    on shelf
    for each row
execute function shelf_language();

-- Articles that have expired and are not marked so yet: few, however many have ever expired.
create index article_expiring on article (expires_at) where expires_at is not null and state in ('PUBLISHED', 'SCHEDULED');

-- What a reader typed (words, "phrases", -without, or), understood in each language for texts of that language; each word
-- also stands for the labels that have it in their names. A "*" at the end makes the last word the beginning of one.
create or replace function search_query(typed text) returns tsquery
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
    parts    text[]  := '{}';
    marks    text[]  := '{}';
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
                parts := parts || part::text;
                marks := marks || language_mark(language);
            end if;
        end loop;
    -- What several languages understand alike is looked up once for them; what all do, in any text. The last alternative, which
    -- no text has, keeps the query an "or": of others ts_rank judges how near the words are, not where they stand.
    return coalesce((select string_agg(case when spoken = 9 then understood else '(' || understood || ') & (' || spoken_by || ')' end, ' | ')
                                || ' | xlnone'
                     from (select p as understood, string_agg(m, ' | ') as spoken_by, count(*) as spoken
                           from unnest(parts, marks) as of_language(p, m)
                           group by p) alike), '')::tsquery;
end
$$;
