-- Whether there is anything in an article's ledger: few have, and the others are read without looking further.
create function has_corrections(article uuid) returns boolean
    language sql stable parallel safe
as
$$
select exists (select 1 from correction c where c.article_id = $1)
$$;
