package dev.byline.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How many visible comments an article has; written by {@link Tally} alone. */
@Entity
@Immutable
@NamedQuery(
        name = "Comment.top.newest",
        query =
                """
                select c from Comment c where c.articleId = :scope and c.depth = 0 and c.shown
                  and (c.createdAt, c.id) < (:time, :id) order by c.createdAt desc, c.id desc""")
@NamedQuery(
        name = "Comment.top.oldest",
        query =
                """
                select c from Comment c where c.articleId = :scope and c.depth = 0 and c.shown
                  and (c.createdAt, c.id) > (:time, :id) order by c.createdAt, c.id""")
@NamedQuery(
        name = "Comment.top.count",
        query =
                "select count(c) from Comment c where c.articleId = :scope and c.depth = 0 and c.shown")
@NamedQuery(
        name = "Comment.flat.newest",
        query =
                """
                select c from Comment c where c.articleId = :scope and c.state = VISIBLE
                  and (c.createdAt, c.id) < (:time, :id) order by c.createdAt desc, c.id desc""")
@NamedQuery(
        name = "Comment.flat.oldest",
        query =
                """
                select c from Comment c where c.articleId = :scope and c.state = VISIBLE
                  and (c.createdAt, c.id) > (:time, :id) order by c.createdAt, c.id""")
@NamedQuery(
        name = "Comment.flat.count",
        query = "select count(c) from Comment c where c.articleId = :scope and c.state = VISIBLE")
@NamedQuery(
        name = "Comment.below.onward",
        query =
                """
                select c from Comment c where c.threadId = :thread and c.depth > 0 and c.shown
                  and c.path > :from and c.path < :to order by c.path""")
@NamedQuery(
        name = "Comment.below.backward",
        query =
                """
                select c from Comment c where c.threadId = :thread and c.depth > 0 and c.shown
                  and c.path > :from and c.path < :to order by c.path desc""")
@NamedQuery(
        name = "Comment.below.count",
        query =
                """
                select count(c) from Comment c where c.threadId = :thread and c.depth > 0 and c.shown
                  and c.path > :from and c.path < :to""")
@NamedNativeQuery(
        name = "Comment.first",
        resultClass = Comment.class,
        query =
                """
                select r.* from comment h
                cross join lateral (
                    select c.* from comment c
                    where c.thread_id = h.id and c.depth > 0 and c.shown
                    order by c.path limit 3) r
                where h.id in (:heads) order by r.path""")
@NamedNativeQuery(
        name = "Comment.public",
        resultClass = Comment.class,
        query =
                """
                select c.* from comment c join article a on a.id = c.article_id
                where c.id = :id
                  and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""")
class CommentCount {

    @Id
    @Column(name = "article_id")
    private UUID articleId;

    private int visible;
    private long seq;

    protected CommentCount() {}
}
