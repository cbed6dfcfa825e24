-- What writers chose for an article's comments, where queries can see it.
alter table edition
    add column comment_policy text not null default 'OPEN',
    add column comments_close_at timestamptz;

update edition
set comment_policy    = upper(coalesce(input::jsonb #>> '{comments,policy}', 'open')),
    comments_close_at = (input::jsonb #>> '{comments,closesAt}')::timestamptz
where input::jsonb ? 'comments';

-- Words and thresholds of moderation: one row, changed through the newsroom API. What SQL needs has a column.
create table comment_settings (
    id               uuid   not null,
    version          bigint not null,
    close_after_days int,
    input            jsonb  not null,
    constraint comment_settings_pkey primary key (id)
);

insert into comment_settings (id, version, close_after_days, input)
values ('00000000-0000-7000-8000-000000000005', 1, 30, '{}');

create function comments_close_at(closes_at timestamptz, published_at timestamptz) returns timestamptz
    language sql stable parallel safe
as
$$
select coalesce(closes_at, published_at + make_interval(days => (select close_after_days from comment_settings)))
$$;

create function comments_open(policy text, closes_at timestamptz, published_at timestamptz, at timestamptz) returns boolean
    language sql stable parallel safe
as
$$
select policy <> 'CLOSED'
           and coalesce(comments_close_at(closes_at, published_at) > coalesce(at, statement_timestamp()), true)
$$;

-- Who wrote comments. The address is encrypted; only a keyed hash of it finds them.
create table commenter (
    id                 uuid        not null,
    version            bigint      not null,
    email_hash         bytea,
    email              bytea,
    created_at         timestamptz not null,
    banned_until       timestamptz,
    premoderated_until timestamptz,
    note               text,
    erased_at          timestamptz,
    constraint commenter_pkey primary key (id),
    constraint commenter_email_key unique (email_hash),
    constraint commenter_erased_check check ((erased_at is null) = (email_hash is not null and email is not null))
);

-- "path" holds the ids from below the thread's head down to the comment: in its order a thread reads as a conversation.
-- "below" counts the visible comments beneath; a comment that is not visible itself is shown, without its words, while
-- there are any.
create table comment (
    id           uuid        not null,
    version      bigint      not null,
    article_id   uuid        not null,
    thread_id    uuid        not null,
    parent_id    uuid,
    depth        int         not null,
    path         text        not null collate "C",
    commenter_id uuid        not null,
    state        text        not null,
    name         text        not null,
    website      text,
    avatar       text        not null,
    text         text        not null,
    html         text        not null,
    created_at   timestamptz not null,
    edited_at    timestamptz,
    edit_hash    bytea,
    edit_until   timestamptz not null,
    address      text,
    consent      text,
    findings     jsonb       not null,
    fingerprint  bigint      not null,
    reports      int         not null default 0,
    below        int         not null default 0,
    seq          bigint,
    shown        boolean     not null generated always as (state = 'VISIBLE' or below > 0) stored,
    constraint comment_pkey primary key (id),
    constraint comment_article_fkey foreign key (article_id) references article,
    constraint comment_parent_fkey foreign key (parent_id) references comment,
    constraint comment_commenter_fkey foreign key (commenter_id) references commenter,
    constraint comment_depth_check check (depth between 0 and 6 and (depth = 0) = (parent_id is null)),
    constraint comment_below_check check (below >= 0)
);

create index comment_top on comment (article_id, created_at, id) where depth = 0 and shown;
create index comment_flat on comment (article_id, created_at, id) where state = 'VISIBLE';
create index comment_thread on comment (thread_id, path) where depth > 0 and shown;
create index comment_queue on comment (state, created_at, id);
create index comment_article on comment (article_id, state, created_at, id);
create index comment_commenter on comment (commenter_id, created_at, id) include (state);
create index comment_findings on comment using gin (findings jsonb_path_ops) where state = 'HELD';
create index comment_stream on comment (article_id, seq) where state = 'VISIBLE';
create index comment_recent on comment (created_at);
create index comment_address on comment (address, created_at) where address is not null;
create index comment_parent on comment (parent_id);

-- Visible comments of an article, and the number of the latest that became so. A row of its own: a reply must not make
-- an editor's If-Match stale. Whoever shows or hides a comment locks it first.
create table comment_count (
    article_id uuid   not null,
    visible    int    not null,
    seq        bigint not null,
    constraint comment_count_pkey primary key (article_id),
    constraint comment_count_article_fkey foreign key (article_id) references article on delete cascade,
    constraint comment_count_visible_check check (visible >= 0)
);

create function visible_comments(article uuid) returns bigint
    language sql stable parallel safe
as
$$
select coalesce((select c.visible from comment_count c where c.article_id = $1), 0)::bigint
$$;

-- Whether one of the findings has this reason. Not declared immutable: then PostgreSQL would not inline it, and the index
-- would not serve.
create function comment_found(findings jsonb, reason text) returns boolean
    language sql stable parallel safe
as
$$
select findings @> jsonb_build_array(jsonb_build_object('reason', reason))
$$;

-- When an address block may post again (the generic cell rate algorithm). Nothing here outlives a crash or a quota.
create unlogged table comment_quota (
    block text        not null,
    due   timestamptz not null,
    constraint comment_quota_pkey primary key (block)
);

create index comment_quota_due on comment_quota (due);
