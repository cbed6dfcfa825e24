-- Who did, or tried to do, what in the newsroom. Rows are added and never changed.
create table audit (
    id           uuid        not null,
    at           timestamptz not null,
    status       int         not null,
    who          text,
    who_name     text,
    what         text        not null,
    item_kind    text,
    item_id      text,
    from_version bigint,
    to_version   bigint,
    address      text        not null,
    trace_id     text        not null,
    constraint audit_pkey primary key (id)
);

create index audit_who on audit (who, id);
create index audit_item on audit (item_id, id);
create index audit_at on audit (at);

create function audit_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_append_only();
