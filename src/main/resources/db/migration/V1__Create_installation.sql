-- One row for each database: what every node of this installation must agree on.
create table installation (
    only_row boolean not null default true,
    secret_fingerprint text not null,
    created_at timestamptz not null default now(),
    constraint installation_pkey primary key (only_row),
    constraint installation_only_row_check check (only_row)
);
