-- What readers report; one from each address block and comment. The block is a keyed hash, for that alone.
create table comment_report (
    id         uuid        not null,
    comment_id uuid        not null,
    reason     text        not null,
    note       text,
    reporter   bytea,
    at         timestamptz not null,
    settled    boolean     not null default false,
    constraint comment_report_pkey primary key (id),
    constraint comment_report_comment_fkey foreign key (comment_id) references comment,
    constraint comment_report_reporter_key unique (comment_id, reporter)
);
