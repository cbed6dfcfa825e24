package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.article.DeskQuery.Found;
import dev.byline.edition.Edition;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import dev.byline.platform.search.SearchFunctions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** The newsroom's list of working copies in any state, by time of creation or of the last save. */
final class DeskQuery implements Keyset<Found> {

    private final EntityManager em;
    private final HibernateCriteriaBuilder cb;
    private final Wanted wanted;
    private final Set<ArticleState> states;
    private final ArticleSort sort;
    private final String createdBy;

    /** {@code createdBy} narrows the list to one caller's own articles; null doesn't. */
    DeskQuery(
            EntityManager em,
            Wanted wanted,
            Set<ArticleState> states,
            ArticleSort sort,
            String createdBy) {
        this.em = em;
        this.cb = em.unwrap(Session.class).getCriteriaBuilder();
        this.wanted = wanted;
        this.states = states;
        this.sort = sort;
        this.createdBy = createdBy;
    }

    /** A row of the working copy and what only the newsroom sees. */
    record Found(ArticleRow row, ArticleRow.Desk desk) {}

    @Override
    public List<Found> rows(Position from, int max) {
        CriteriaQuery<Object[]> query = cb.createQuery(Object[].class);
        Copies copies = new Copies(query);
        boolean forward = from == null || from.forward();
        boolean descending = forward != (sort == ArticleSort.OLDEST);
        copies.beyond(from, descending);
        query.select(
                        cb.array(
                                cb.construct(
                                        ArticleRow.class,
                                        ArticleRow.columns(
                                                cb,
                                                copies.article,
                                                copies.edition,
                                                copies.edition.join("section", JoinType.LEFT),
                                                copies.article.get("updatedAt"))),
                                cb.construct(
                                        ArticleRow.Desk.class,
                                        ArticleRow.Desk.columns(copies.article))))
                .where(copies.conditions.toArray(Predicate[]::new))
                .orderBy(
                        descending
                                ? List.of(cb.desc(copies.key), cb.desc(copies.article.get("id")))
                                : List.of(cb.asc(copies.key), cb.asc(copies.article.get("id"))));
        return em.createQuery(query)
                .setMaxResults(max)
                .getResultStream()
                .map(columns -> new Found((ArticleRow) columns[0], (ArticleRow.Desk) columns[1]))
                .toList();
    }

    @Override
    public boolean any(Position from) {
        CriteriaQuery<UUID> query = cb.createQuery(UUID.class);
        Copies copies = new Copies(query);
        copies.beyond(from, from.forward() != (sort == ArticleSort.OLDEST));
        query.select(copies.article.get("id")).where(copies.conditions.toArray(Predicate[]::new));
        return !em.createQuery(query).setMaxResults(1).getResultList().isEmpty();
    }

    @Override
    public long count() {
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Copies copies = new Copies(query);
        query.select(cb.count(copies.article)).where(copies.conditions.toArray(Predicate[]::new));
        return em.createQuery(query).getSingleResult();
    }

    @Override
    public String key(Found found) {
        return Position.key(
                sort == ArticleSort.UPDATED ? found.desk().savedAt() : found.desk().createdAt());
    }

    @Override
    public UUID id(Found found) {
        return found.row().id();
    }

    private final class Copies {

        private final CriteriaQuery<?> query;
        private final Root<Article> article;
        private final Join<Article, Edition> edition;
        private final Expression<Instant> key;
        private final List<Predicate> conditions = new ArrayList<>();

        Copies(CriteriaQuery<?> query) {
            this.query = query;
            article = query.from(Article.class);
            edition = article.join("working");
            key = article.get(sort == ArticleSort.UPDATED ? "savedAt" : "createdAt");
            filter();
        }

        private void filter() {
            if (!states.isEmpty()) {
                conditions.add(article.get("state").in(states));
            }
            if (createdBy != null) {
                conditions.add(cb.equal(article.get("createdBy"), createdBy));
            }
            if (!wanted.sections().isEmpty()) {
                conditions.add(
                        cb.or(
                                wanted.sections().stream()
                                        .map(
                                                slug ->
                                                        cb.isTrue(
                                                                cb.function(
                                                                        "section_within",
                                                                        Boolean.class,
                                                                        edition.get("section")
                                                                                .get("id"),
                                                                        owner("section", slug))))
                                        .toArray(Predicate[]::new)));
            }
            if (!wanted.tags().isEmpty()) {
                conditions.add(named("tags", "id", "tag", wanted.tags()));
            }
            if (!wanted.authors().isEmpty()) {
                conditions.add(named("credits", "author", "author", wanted.authors()));
            }
            if (!wanted.types().isEmpty()) {
                conditions.add(edition.get("type").in(wanted.types()));
            }
            if (wanted.language() != null) {
                conditions.add(Languages.inRange(cb, edition.get("language"), wanted.language()));
            }
            if (wanted.from() != null) {
                conditions.add(cb.greaterThanOrEqualTo(article.get("publishedAt"), wanted.from()));
            }
            if (wanted.to() != null) {
                conditions.add(cb.lessThan(article.get("publishedAt"), wanted.to()));
            }
            if (wanted.ids() != null) {
                conditions.add(article.get("id").in(wanted.ids()));
            }
            if (wanted.q() != null) {
                conditions.add(
                        cb.isTrue(
                                cb.function(
                                        SearchFunctions.MATCHES,
                                        Boolean.class,
                                        edition.get("search"),
                                        cb.value(wanted.q()))));
            }
        }

        private Predicate named(
                String collection, String attribute, String space, Set<String> slugs) {
            var sub = query.subquery(Integer.class);
            var item = sub.correlate(edition).join(collection);
            Expression<?> label =
                    attribute.equals("id") ? item.get("id") : item.get(attribute).get("id");
            sub.select(cb.literal(1))
                    .where(label.in(slugs.stream().map(slug -> owner(space, slug)).toList()));
            return cb.exists(sub);
        }

        private Expression<UUID> owner(String space, String slug) {
            return cb.function("slug_owner", UUID.class, cb.value(space), cb.value(slug));
        }

        void beyond(Position from, boolean descending) {
            if (from == null) {
                return;
            }
            Expression<UUID> id = article.get("id");
            Instant value = from.instant();
            conditions.add(
                    descending
                            ? cb.lessThanOrEqualTo(key, value)
                            : cb.greaterThanOrEqualTo(key, value));
            conditions.add(
                    cb.or(
                            descending ? cb.lessThan(key, value) : cb.greaterThan(key, value),
                            descending
                                    ? cb.lessThan(id, from.id())
                                    : cb.greaterThan(id, from.id())));
        }
    }
}
