-- Replies to requests with an Idempotency-Key. The key is kept as a hash only; the reply is encrypted under it.
create table idempotency (
    key_hash    bytea       not null,
    fingerprint bytea       not null,
    reply       bytea       not null,
    expires_at  timestamptz not null,
    constraint idempotency_pkey primary key (key_hash)
);

create index idempotency_expires on idempotency (expires_at);
