-- Who may call the newsroom API. Only a hash of each key is kept.
create table api_key (
    id           uuid        not null,
    name         text        not null,
    roles        varchar[]   not null,
    secret_hash  bytea       not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint api_key_pkey primary key (id),
    constraint api_key_roles_check check (cardinality(roles) > 0
        and roles <@ array ['WRITER', 'EDITOR', 'MODERATOR', 'ADMIN']::varchar[])
);
