-- What a reader typed as it is understood in one language: where texts of that language match. In the query of all languages
-- the words stand beside marks that no text has, so that no passage answers it.
create function highlight_query(typed text, language text) returns tsquery
    language plpgsql stable parallel safe
    set client_min_messages = warning -- a query of stop words alone is no news
as
$$
declare
    config regconfig := text_config(language);
    words  text      := rtrim(typed, '* ');
    start  text      := case when typed like '%*' then substring(lower(public.unaccent(words)) from '[[:alnum:]]+$') end;
    query  tsquery   := websearch_to_tsquery(config, words);
begin
    return case when start is null then query else query || to_tsquery('pg_catalog.simple'::regconfig, start || ':*') end;
end
$$;
