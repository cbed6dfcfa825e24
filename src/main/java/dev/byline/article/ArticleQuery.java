package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.Edition;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * The list of visible articles in one order: every public reply about articles is read through this
 * gate.
 */
final class ArticleQuery implements Keyset<ArticleRow> {

    private final EntityManager em;
    private final HibernateCriteriaBuilder cb;
    private final Wanted wanted;
    private final ArticleSort sort;
    private final Instant at;

    /** {@code at} is the instant to look at; null is now, by the database's clock. */
    ArticleQuery(EntityManager em, Wanted wanted, ArticleSort sort, Instant at) {
        this.em = em;
        this.cb = em.unwrap(Session.class).getCriteriaBuilder();
        this.wanted = wanted;
        this.sort = sort;
        this.at = at;
    }

    @Override
    public List<ArticleRow> rows(Position from, int max) {
        CriteriaQuery<ArticleRow> query = cb.createQuery(ArticleRow.class);
        Visible visible = new Visible(query);
        boolean forward = from == null || from.forward();
        boolean descending = forward != (sort == ArticleSort.OLDEST);
        visible.beyond(from, descending);
        query.select(cb.construct(ArticleRow.class, visible.columns()))
                .where(visible.where())
                .orderBy(
                        descending
                                ? List.of(cb.desc(visible.key), cb.desc(visible.id))
                                : List.of(cb.asc(visible.key), cb.asc(visible.id)));
        return em.createQuery(query).setMaxResults(max).getResultList();
    }

    /** The wanted articles by id, in no order. */
    List<ArticleRow> byIds() {
        CriteriaQuery<ArticleRow> query = cb.createQuery(ArticleRow.class);
        Visible visible = new Visible(query);
        query.select(cb.construct(ArticleRow.class, visible.columns())).where(visible.where());
        return em.createQuery(query).getResultList();
    }

    /** The visible article with this id or present slug, and its body. */
    Optional<Item> one(UUID id, String slug) {
        CriteriaQuery<Item> query = cb.createQuery(Item.class);
        Visible visible = new Visible(query);
        visible.conditions.add(
                id != null
                        ? cb.equal(visible.id, id)
                        : cb.equal(visible.article.get("slug"), slug));
        query.select(
                        cb.construct(
                                Item.class,
                                cb.construct(ArticleRow.class, visible.columns()),
                                visible.edition.get("body"),
                                cb.function("visible_comments", Long.class, visible.id)))
                .where(visible.where());
        return em.createQuery(query).getResultStream().findFirst();
    }

    /** One article whole, and how many visible comments it has. */
    record Item(ArticleRow row, String body, long comments) {}

    @Override
    public boolean any(Position from) {
        CriteriaQuery<UUID> query = cb.createQuery(UUID.class);
        Visible visible = new Visible(query);
        visible.beyond(from, from.forward() != (sort == ArticleSort.OLDEST));
        query.select(visible.id).where(visible.where());
        return !em.createQuery(query).setMaxResults(1).getResultList().isEmpty();
    }

    @Override
    public long count() {
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Visible visible = new Visible(query);
        query.select(cb.count(visible.id)).where(visible.where());
        return em.createQuery(query).getSingleResult();
    }

    @Override
    public String key(ArticleRow row) {
        return switch (sort) {
            case NEWEST, OLDEST -> Position.key(row.publishedAt());
            case UPDATED -> Position.key(row.updatedAt());
            case RELEVANCE -> String.valueOf(row.rank());
        };
    }

    @Override
    public UUID id(ArticleRow row) {
        return row.id();
    }

    /**
     * The tables of one query with the conditions that all of them share: the gate first, then the
     * filters.
     */
    private final class Visible {

        private final CriteriaQuery<?> query;
        private final From<?, Article> article;
        private final Join<Article, Edition> edition;
        private final Expression<UUID> id;
        private final Expression<? extends Comparable<?>> key;
        private final List<Predicate> conditions = new ArrayList<>();

        Visible(CriteriaQuery<?> query) {
            this.query = query;
            List<Label> labels =
                    new ArrayList<>(
                            List.of(
                                    new Label("section", wanted.sections()),
                                    new Label("tag", wanted.tags()),
                                    new Label("author", wanted.authors())));
            labels.removeIf(label -> label.slugs().isEmpty());
            Label leading =
                    labels.stream()
                            .filter(label -> label.slugs().size() == 1)
                            .findFirst()
                            .orElse(null);
            if (leading != null && wanted.ids() == null && sort != ArticleSort.RELEVANCE) {
                // One label: its shelf already stands in the order of the list.
                labels.remove(leading);
                Root<Shelf> shelf = query.from(Shelf.class);
                article = shelf.join("article");
                conditions.add(cb.equal(shelf.get("labelId"), owners(leading).get(0)));
                id = shelf.get("articleId");
                key =
                        sort == ArticleSort.UPDATED
                                ? instant(shelf, "updatedAt")
                                : instant(shelf, "publishedAt");
                edition = article.join("live");
            } else {
                article = query.from(Article.class);
                id = article.get("id");
                edition = article.join("live");
                key =
                        switch (sort) {
                            case NEWEST, OLDEST -> instant(article, "publishedAt");
                            case UPDATED -> instant(article, "updatedAt");
                            case RELEVANCE -> rank();
                        };
            }
            conditions.add(
                    cb.isTrue(
                            cb.function(
                                    "article_visible",
                                    Boolean.class,
                                    article.get("state"),
                                    article.get("publishedAt"),
                                    article.get("embargoUntil"),
                                    article.get("expiresAt"),
                                    at == null ? cb.nullLiteral(Instant.class) : cb.value(at))));
            labels.forEach(label -> conditions.add(shelved(label)));
            filter();
        }

        private void filter() {
            if (!wanted.types().isEmpty()) {
                conditions.add(article.get("type").in(wanted.types()));
            }
            if (wanted.language() != null) {
                conditions.add(Languages.inRange(cb, article.get("language"), wanted.language()));
            }
            if (wanted.from() != null) {
                conditions.add(
                        cb.greaterThanOrEqualTo(instant(article, "publishedAt"), wanted.from()));
            }
            if (wanted.to() != null) {
                conditions.add(cb.lessThan(instant(article, "publishedAt"), wanted.to()));
            }
            if (wanted.ids() != null) {
                conditions.add(article.get("id").in(wanted.ids()));
            }
            if (wanted.q() != null) {
                conditions.add(
                        cb.isTrue(
                                cb.function(
                                        "search_matches",
                                        Boolean.class,
                                        edition.get("search"),
                                        cb.value(wanted.q()))));
            }
        }

        private Predicate shelved(Label label) {
            var sub = query.subquery(Integer.class);
            Root<Shelf> shelf = sub.from(Shelf.class);
            sub.select(cb.literal(1))
                    .where(
                            cb.equal(shelf.get("articleId"), article.get("id")),
                            shelf.get("labelId").in(owners(label)));
            return cb.exists(sub);
        }

        private Expression<Float> rank() {
            return cb.function(
                    "search_rank", Float.class, edition.get("search"), cb.value(wanted.q()));
        }

        // "key <= k and (key < k or id < i)" lets the index begin at k; the row comparison hides
        // behind no function.
        void beyond(Position from, boolean descending) {
            if (from == null) {
                return;
            }
            Predicate nearer =
                    descending ? cb.lessThan(id, from.id()) : cb.greaterThan(id, from.id());
            if (sort == ArticleSort.RELEVANCE) {
                bound(typed(Float.class), Float.valueOf(from.key()), nearer, descending);
            } else {
                bound(typed(Instant.class), from.instant(), nearer, descending);
            }
        }

        private <K extends Comparable<? super K>> void bound(
                Expression<K> key, K value, Predicate nearer, boolean descending) {
            conditions.add(
                    descending
                            ? cb.lessThanOrEqualTo(key, value)
                            : cb.greaterThanOrEqualTo(key, value));
            conditions.add(
                    cb.or(
                            descending ? cb.lessThan(key, value) : cb.greaterThan(key, value),
                            nearer));
        }

        @SuppressWarnings("unchecked")
        private <K> Expression<K> typed(Class<K> type) {
            assert type.isAssignableFrom(key.getJavaType());
            return (Expression<K>) key;
        }

        Selection<?>[] columns() {
            Expression<Float> rank =
                    sort == ArticleSort.RELEVANCE ? typed(Float.class) : cb.literal(0f);
            return ArticleRow.columns(
                    cb, article, edition, edition.join("section", JoinType.LEFT), rank);
        }

        Predicate[] where() {
            return conditions.toArray(Predicate[]::new);
        }
    }

    private static Expression<Instant> instant(From<?, ?> from, String attribute) {
        return from.get(attribute);
    }

    /** A filter by labels of one kind. */
    private record Label(String space, Set<String> slugs) {}

    /** The ids of labels; their slugs are looked up by the statement itself. */
    private List<? extends Expression<UUID>> owners(Label label) {
        return label.slugs().stream()
                .map(
                        slug ->
                                cb.function(
                                        "slug_owner",
                                        UUID.class,
                                        cb.value(label.space()),
                                        cb.value(slug)))
                .toList();
    }
}
