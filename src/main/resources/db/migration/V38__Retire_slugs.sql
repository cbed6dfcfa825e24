-- A slug that was public stays with its owner for ever; one that an intruder gave it no longer leads there.
alter table slug
    add column retired boolean not null default false;
