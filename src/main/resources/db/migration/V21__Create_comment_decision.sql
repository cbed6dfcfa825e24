-- What moderators decided about comments, each with what it was before, so that it can be undone.
create table comment_decision (
    id         uuid        not null,
    comment_id uuid        not null,
    action     text        not null,
    from_state text        not null,
    to_state   text        not null,
    reason     text,
    note       text,
    decided_by text        not null,
    name       text        not null,
    at         timestamptz not null,
    undone     boolean     not null default false,
    constraint comment_decision_pkey primary key (id),
    constraint comment_decision_comment_fkey foreign key (comment_id) references comment
);

create index comment_decision_comment on comment_decision (comment_id, at, id);

-- Receipts of erasures; nothing in them tells who it was.
create table comment_erasure (
    id           uuid        not null,
    commenter_id uuid        not null,
    mode         text        not null,
    comments     int         not null,
    erased_by    text        not null,
    at           timestamptz not null,
    constraint comment_erasure_pkey primary key (id),
    constraint comment_erasure_commenter_fkey foreign key (commenter_id) references commenter
);
