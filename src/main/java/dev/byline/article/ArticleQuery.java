package dev.byline.article;

import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.CopyDesk;
import dev.byline.edition.Edition;
import dev.byline.platform.entity.Planned;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import dev.byline.platform.search.SearchFunctions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * The list of visible articles in one order: every public reply that shows articles is read through
 * this gate. Who only asks where one is asks {@link Place}.
 */
final class ArticleQuery implements Keyset<ArticleRow> {

    private final EntityManager em;
    private final HibernateCriteriaBuilder cb;
    private final Wanted wanted;
    private final ArticleSort sort;
    private final GateSql gate;

    /** {@code at} is the instant to look at; null is now, by the database's clock. */
    ArticleQuery(EntityManager em, Wanted wanted, ArticleSort sort, Instant at) {
        this.em = em;
        this.cb = em.unwrap(Session.class).getCriteriaBuilder();
        this.wanted = wanted;
        this.sort = sort;
        this.gate = new GateSql(cb, at);
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
                .orderBy(visible.order(descending));
        return Planned.query(em, query).setMaxResults(max).getResultList();
    }

    /** The wanted articles by id, in no order. */
    List<ArticleRow> byIds() {
        CriteriaQuery<ArticleRow> query = cb.createQuery(ArticleRow.class);
        Visible visible = new Visible(query);
        query.select(cb.construct(ArticleRow.class, visible.columns())).where(visible.where());
        return Planned.query(em, query).getResultList();
    }

    /** The best of what answers the query or, if it is not ranked, the newest. */
    List<SearchResult.Hit> hits(boolean ranked, int most) {
        CriteriaQuery<SearchResult.Hit> query = cb.createQuery(SearchResult.Hit.class);
        Visible visible = new Visible(query);
        Expression<Float> rank = ranked ? visible.rank() : cb.literal(0f);
        // Not by the column itself: PostgreSQL would walk through the whole list in its order and
        // look into each text, since it can't know how few answer the query.
        Expression<Instant> time = cb.coalesce(visible.publishedAt, visible.publishedAt);
        query.select(
                        cb.construct(
                                SearchResult.Hit.class,
                                visible.id,
                                visible.edition.get("type"),
                                visible.publishedAt,
                                rank))
                .where(visible.where())
                .orderBy(cb.desc(ranked ? rank : time), cb.desc(visible.id));
        return Planned.query(em, query).setMaxResults(most).getResultList();
    }

    /** The visible article with this id or present slug, and its body. */
    Optional<Item> one(UUID id, String slug) {
        CriteriaQuery<Item> query = cb.createQuery(Item.class);
        Visible visible = new Visible(query);
        if (id != null) {
            visible.conditions.add(cb.equal(visible.id, id));
        } else {
            // Of all slugs that lead to the article, the one of the edition that counts.
            visible.conditions.add(
                    cb.equal(visible.id, LabelFilter.owner(cb, CopyDesk.SPACE, slug)));
            visible.conditions.add(cb.equal(visible.edition.get("slug"), slug));
        }
        query.select(
                        cb.construct(
                                Item.class,
                                cb.construct(ArticleRow.class, visible.columns()),
                                visible.edition.get("body"),
                                cb.function("visible_comments", Long.class, visible.id),
                                cb.function("has_corrections", Boolean.class, visible.id)))
                .where(visible.where());
        return Planned.query(em, query).getResultList().stream().findFirst();
    }

    /** One article whole, how many visible comments it has, and whether any correction. */
    record Item(ArticleRow row, String body, long comments, boolean corrected) {}

    @Override
    public boolean any(Position from) {
        CriteriaQuery<UUID> query = cb.createQuery(UUID.class);
        Visible visible = new Visible(query);
        boolean descending = from.forward() != (sort == ArticleSort.OLDEST);
        visible.beyond(from, descending);
        // In order, so that the index answers: for one row in none, the planner may scan them all.
        query.select(visible.id).where(visible.where()).orderBy(visible.order(descending));
        return !Planned.query(em, query).setMaxResults(1).getResultList().isEmpty();
    }

    @Override
    public long count() {
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Visible visible = new Visible(query);
        query.select(cb.count(visible.id)).where(visible.where());
        return Planned.query(em, query).getSingleResult();
    }

    @Override
    public String key(ArticleRow row) {
        return Position.key(sort == ArticleSort.UPDATED ? row.updatedAt() : row.publishedAt());
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
        private final Expression<Instant> publishedAt;
        private final Expression<Instant> updatedAt;
        private final From<?, Edition> edition;
        private final Expression<UUID> id;
        private final Expression<Instant> key;
        private final List<Predicate> conditions = new ArrayList<>();

        Visible(CriteriaQuery<?> query) {
            this.query = query;
            List<LabelFilter> labels =
                    new ArrayList<>(
                            List.of(
                                    new LabelFilter("section", wanted.sections()),
                                    new LabelFilter("tag", wanted.tags()),
                                    new LabelFilter("author", wanted.authors())));
            labels.removeIf(label -> label.slugs().isEmpty());
            // The shelf of a label already stands in the order of the list.
            Root<Shelf> shelf = query.from(Shelf.class);
            article = shelf.join("article");
            edition = shelf.join("edition");
            id = shelf.get("articleId");
            updatedAt = instant(shelf, "updatedAt");
            publishedAt = instant(shelf, "publishedAt");
            key = sort == ArticleSort.UPDATED ? updatedAt : publishedAt;
            conditions.add(cb.equal(shelf.get("labelId"), leading(labels)));
            conditions.add(gate.shown(shelf));
            conditions.add(gate.visible(article));
            labels.forEach(label -> conditions.add(shelved(label)));
            filter();
        }

        private Expression<UUID> leading(List<LabelFilter> labels) {
            for (LabelFilter label : labels) {
                if (label.slugs().size() == 1) {
                    labels.remove(label);
                    return label.owners(cb).get(0);
                }
            }
            // Not as a parameter: it is longer than any other shelf, which the plan must know.
            return cb.literal(Shelf.FRONT_PAGE);
        }

        private void filter() {
            if (!wanted.types().isEmpty()) {
                conditions.add(edition.get("type").in(wanted.types()));
            }
            if (wanted.language() != null) {
                conditions.add(Languages.inRange(cb, edition.get("language"), wanted.language()));
            }
            if (wanted.from() != null) {
                conditions.add(cb.greaterThanOrEqualTo(publishedAt, wanted.from()));
            }
            if (wanted.to() != null) {
                conditions.add(cb.lessThan(publishedAt, wanted.to()));
            }
            if (wanted.ids() != null) {
                conditions.add(id.in(wanted.ids()));
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

        private Predicate shelved(LabelFilter label) {
            var sub = query.subquery(Integer.class);
            Root<Shelf> shelf = sub.from(Shelf.class);
            sub.select(cb.literal(1))
                    .where(
                            cb.equal(shelf.get("articleId"), id),
                            gate.shown(shelf),
                            shelf.get("labelId").in(label.owners(cb)));
            return cb.exists(sub);
        }

        private Expression<Float> rank() {
            return cb.function(
                    SearchFunctions.RANK, Float.class, edition.get("search"), cb.value(wanted.q()));
        }

        // "key <= k and (key < k or id < i)" lets the index begin at k; the row comparison hides
        // behind no function.
        void beyond(Position from, boolean descending) {
            if (from == null) {
                return;
            }
            Predicate nearer =
                    descending ? cb.lessThan(id, from.id()) : cb.greaterThan(id, from.id());
            Instant value = from.instant();
            conditions.add(
                    descending
                            ? cb.lessThanOrEqualTo(key, value)
                            : cb.greaterThanOrEqualTo(key, value));
            conditions.add(
                    cb.or(
                            descending ? cb.lessThan(key, value) : cb.greaterThan(key, value),
                            nearer));
        }

        List<Order> order(boolean descending) {
            return descending
                    ? List.of(cb.desc(key), cb.desc(id))
                    : List.of(cb.asc(key), cb.asc(id));
        }

        Selection<?>[] columns() {
            return ArticleRow.columns(
                    cb, article, edition, edition.join("section", JoinType.LEFT), updatedAt);
        }

        Predicate[] where() {
            return conditions.toArray(Predicate[]::new);
        }
    }

    private static Expression<Instant> instant(From<?, ?> from, String attribute) {
        return from.get(attribute);
    }
}
