-- The number of a comment's latest change that readers saw: it appeared, it was edited, it was hidden. The stream tells by it,
-- where "seq" stays the number with which it appeared. Both come from the article's one counter.
alter table comment
    add column moved bigint;

update comment
set moved = seq
where seq is not null;

drop index comment_stream;
create index comment_stream on comment (article_id, moved) where moved is not null;
