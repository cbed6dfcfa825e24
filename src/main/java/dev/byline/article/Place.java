package dev.byline.article;

import dev.byline.edition.ArticleInput.Comments.Policy;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Where a visible article is, which edition the public sees, and whether one may reply: what many
 * replies begin with. By a statement of its own that takes a fraction of {@link ArticleQuery}'s.
 */
record Place(UUID article, UUID edition, CommentFacts comments) {

    private static final String PLACE =
            """
            select a.id, e.id as edition, e.comment_policy as policy,
                   comments_open(e.comment_policy, e.comments_close_at, a.published_at, null) as open,
                   comments_close_at(e.comments_close_at, a.published_at) as closes
            from shelf s join article a on a.id = s.article_id join edition e on e.id = s.edition_id
            where s.label_id = :front and on_shelf(s.shown_from, s.shown_until, null)
              and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)
            """;
    private static final String BY_ID = PLACE + "and s.article_id = :id";

    // Of all slugs that lead to the article, the one of the edition that counts.
    private static final String BY_SLUG =
            PLACE
                    + """
                    and s.article_id = (select owner from slug where space = 'article' and slug = :slug)
                    and e.slug = :slug""";

    /** The visible article with this id or present slug. */
    static Optional<Place> of(EntityManager em, UUID id, String slug) {
        return query(em, id == null ? BY_SLUG : BY_ID)
                .setParameter(id == null ? "slug" : "id", id == null ? slug : id)
                .getResultList()
                .stream()
                .findFirst()
                .map(Place::of);
    }

    // With the types told, Hibernate does not ask the driver for them each time.
    private static NativeQuery<Object[]> query(EntityManager em, String sql) {
        return em.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("edition", UUID.class)
                .addScalar("policy", String.class)
                .addScalar("open", Boolean.class)
                .addScalar("closes", Instant.class)
                .setParameter("front", Shelf.FRONT_PAGE);
    }

    private static Place of(Object[] row) {
        return new Place(
                (UUID) row[0],
                (UUID) row[1],
                new CommentFacts(
                        Policy.valueOf((String) row[2]), (boolean) row[3], (Instant) row[4], null));
    }
}
