package dev.byline.comment.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.article.VisibleArticles;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is new, read from the database: so every node tells what any node took. */
@ApplicationScoped
class News {

    private static final int AT_ONCE = 100;

    @Inject EntityManager em;
    @Inject ObjectMapper mapper;
    @Inject VisibleArticles articles;

    /** A change that readers see, ready to send. */
    record Item(long seq, String name, String json) {}

    /** A comment that is no longer visible; with visible replies its place stays, empty. */
    record Removed(UUID id, int replyCount) {}

    /** A visible article, and the number of its latest change. */
    record Place(UUID article, long seq) {}

    @Transactional
    Place find(String article) {
        UUID id = articles.id(article);
        return new Place(id, latest(List.of(id)).getOrDefault(id, 0L));
    }

    /** For those of the articles that are visible, the number of the latest change. */
    @Transactional
    Map<UUID, Long> latest(Collection<UUID> wanted) {
        List<?> rows =
                em.createNativeQuery(
                                """
                                select a.id, coalesce(n.seq, 0)
                                from article a left join comment_count n on n.article_id = a.id
                                where a.id in (:ids)
                                  and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""",
                                Object[].class)
                        .setParameter("ids", wanted)
                        .getResultList();
        Map<UUID, Long> latest = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            latest.put((UUID) columns[0], (Long) columns[1]);
        }
        return latest;
    }

    /** What changed after this number: each comment once, as it is now. */
    @Transactional
    List<Item> since(UUID article, long seq) {
        return em.createQuery(
                        """
                        select c from Comment c
                        where c.articleId = :article and c.moved > :seq
                        order by c.moved""",
                        Comment.class)
                .setParameter("article", article)
                .setParameter("seq", seq)
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .map(this::item)
                .toList();
    }

    private Item item(Comment comment) {
        return comment.visible()
                ? new Item(comment.moved(), "comment", json(CommentView.of(comment, null)))
                : new Item(
                        comment.moved(),
                        "removed",
                        json(new Removed(comment.id(), comment.below())));
    }

    private String json(Object told) {
        try {
            return mapper.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A comment can't be written as JSON", e);
        }
    }
}
