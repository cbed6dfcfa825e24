-- Who asked to be told of replies to a comment of theirs: once they confirmed it, until they end it. The address is the
-- commenter's, encrypted there; nothing here holds one.
create table comment_notice (
    comment_id   uuid        not null,
    commenter_id uuid        not null,
    asked_at     timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    told_at      timestamptz,
    told         bigint      not null default 0,
    constraint comment_notice_pkey primary key (comment_id),
    constraint comment_notice_comment_fkey foreign key (comment_id) references comment on delete cascade,
    constraint comment_notice_commenter_fkey foreign key (commenter_id) references commenter
);

create index comment_notice_commenter on comment_notice (commenter_id, asked_at);

-- The outbox: written with what it tells of, taken by one node at a time, gone when it was sent. "again" says that there
-- is more to tell than when it was taken.
create table comment_letter (
    comment_id uuid        not null,
    kind       text        not null,
    due_at     timestamptz not null,
    attempts   int         not null default 0,
    again      boolean     not null default false,
    constraint comment_letter_pkey primary key (comment_id, kind),
    constraint comment_letter_notice_fkey foreign key (comment_id) references comment_notice on delete cascade
);

create index comment_letter_due on comment_letter (due_at);

-- Held comments of which moderators were not told yet; "batch" is the digest that does.
create table comment_waiting (
    comment_id uuid        not null,
    since      timestamptz not null,
    batch      uuid,
    constraint comment_waiting_pkey primary key (comment_id),
    constraint comment_waiting_comment_fkey foreign key (comment_id) references comment on delete cascade
);

-- When the next digest is due. One row.
create table comment_digest (
    only_one boolean     not null default true,
    due_at   timestamptz not null,
    attempts int         not null default 0,
    constraint comment_digest_pkey primary key (only_one),
    constraint comment_digest_one_check check (only_one)
);

insert into comment_digest (due_at) values (statement_timestamp());
