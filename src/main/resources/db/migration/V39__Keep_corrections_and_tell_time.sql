-- What readers were told as a correction stays: an entry is withdrawn, once, and otherwise neither changed nor removed.
create trigger correction_stays
    before update
    on correction
    for each row
    when ((new.id, new.article_id, new.kind, new.text, new.at, new.made_by)
        is distinct from (old.id, old.article_id, old.kind, old.text, old.at, old.made_by)
        or old.withdrawn_at is not null or new.withdrawn_at is null)
execute function refuse_rewriting();

create trigger correction_is_not_deleted
    before delete
    on correction
    for each row
execute function refuse_rewriting();

create trigger correction_is_not_truncated
    before truncate
    on correction
    for each statement
execute function refuse_rewriting();

-- The audit goes by the database's clock, as what it tells of does.
alter table audit
    alter column at set default date_trunc('milliseconds', statement_timestamp());
