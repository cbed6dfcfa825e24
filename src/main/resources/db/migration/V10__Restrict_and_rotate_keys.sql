-- A key may be bound to networks. Rotated, it has a new secret, and its former one for a while.
alter table api_key
    add column allowed_networks varchar[] not null default '{}',
    add column former_hash      bytea,
    add column former_until     timestamptz,
    add column rotated_at       timestamptz,
    add constraint api_key_former_check check ((former_hash is null) = (former_until is null));
