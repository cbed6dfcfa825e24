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

    /** A visible comment, ready to send. */
    record Item(long seq, String json) {}

    /** A visible article, and the number of its latest comment. */
    record Place(UUID article, long seq) {}

    @Transactional
    Place find(String article) {
        UUID id = articles.id(article);
        return new Place(id, latest(List.of(id)).getOrDefault(id, 0L));
    }

    /** For those of the articles that are visible, the number of the latest comment. */
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

    @Transactional
    List<Item> since(UUID article, long seq) {
        return em.createQuery(
                        """
                        select c from Comment c
                        where c.articleId = :article and c.state = VISIBLE and c.seq > :seq
                        order by c.seq""",
                        Comment.class)
                .setParameter("article", article)
                .setParameter("seq", seq)
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .map(comment -> new Item(comment.seq(), json(comment)))
                .toList();
    }

    private String json(Comment comment) {
        try {
            return mapper.writeValueAsString(CommentView.of(comment, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A comment can't be written as JSON", e);
        }
    }
}
