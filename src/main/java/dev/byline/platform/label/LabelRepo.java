package dev.byline.platform.label;

import dev.byline.platform.entity.Expected;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.entity.ItemChanged;
import dev.byline.platform.entity.Planned;
import dev.byline.platform.http.Moved;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.slug.Slug;
import dev.byline.platform.slug.Slugs;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Finds and changes the labels of one kind, and keeps their slugs. */
public abstract class LabelRepo<L extends Label, I extends LabelInput>
        implements PanacheRepositoryBase<L, UUID> {

    @Inject Slugs slugs;
    @Inject Expected expected;
    @Inject Event<ItemChanged> changed;

    protected abstract Class<L> type();

    protected abstract L blank();

    /** The space of the slugs, which is also what a nameless label's slug is made from. */
    protected abstract String space();

    /** Gives a label what was written, except the slug. */
    protected abstract void apply(L label, I input);

    /** Joins what a reply needs besides the label itself. */
    protected void fetch(Root<L> label) {}

    /** The labels that meet all conditions, in the order of their slugs. */
    public Keyset<Counted<L>> list(List<Condition<L>> conditions) {
        return new LabelList<>(this, conditions);
    }

    /**
     * The label with this id or slug, if it meets the condition; throws {@link Moved} when it has
     * another slug by now.
     */
    public Counted<L> find(String idOrSlug, Condition<L> condition) {
        Counted<L> found = one(List.of(Condition.named(idOrSlug, space()), condition));
        if (Slug.valid(idOrSlug) && !idOrSlug.equals(found.label().slug())) {
            throw new Moved(found.label().slug());
        }
        return found;
    }

    /** The label with this id, and its count. */
    public Counted<L> get(UUID id) {
        return one(List.of(Condition.is("id", id)));
    }

    /**
     * The labels with these ids or slugs, present or former, by what each was called here; those
     * that don't exist are left out. One statement.
     */
    public Map<String, L> resolve(Collection<String> idsOrSlugs) {
        Map<String, L> found = new HashMap<>();
        if (idsOrSlugs.isEmpty()) {
            return found;
        }
        Set<String> names = new TreeSet<>(idsOrSlugs);
        List<UUID> ids = names.stream().flatMap(name -> Ids.parse(name).stream()).toList();
        List<Tuple> rows =
                getEntityManager()
                        .createNamedQuery(type().getSimpleName() + ".named", Tuple.class)
                        .setParameter("slugs", names.stream().filter(Slug::valid).toList())
                        .setParameter("ids", ids)
                        .getResultList();
        Map<UUID, L> byId = new HashMap<>();
        for (Tuple row : rows) {
            L label = row.get(1, type());
            found.put(row.get(0, String.class), label);
            byId.put(label.id(), label);
        }
        found.keySet().retainAll(names);
        for (String name : names) {
            Ids.parse(name).map(byId::get).ifPresent(label -> found.put(name, label));
        }
        return found;
    }

    /** The label with this id, its row locked, if it still is what {@code If-Match} names. */
    public L lock(UUID id, String ifMatch) {
        L label =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow(LabelRepo::missing);
        expected.is(label, ifMatch);
        return label;
    }

    /** Stores a new label under the slug that was written, or one made from the name. */
    public L create(I input) {
        L label = blank();
        if (input.slug() == null) {
            String base = Slug.from(input.name(), space());
            label.slug(slugs.claimFree(space(), base, label.id()));
        } else {
            slugs.claim(space(), input.slug(), label.id());
            label.slug(input.slug());
        }
        apply(label, input);
        persistAndFlush(label);
        tell(label);
        return label;
    }

    /** Changes a label; its old slug goes on leading to it. */
    public L change(L label, I input) {
        long before = label.version();
        if (input.slug() != null && !input.slug().equals(label.slug())) {
            slugs.claim(space(), input.slug(), label.id());
            slugs.publish(space(), label.slug());
            label.slug(input.slug());
        }
        apply(label, input);
        flush();
        if (label.version() != before) {
            tell(label);
        }
        return label;
    }

    /** Deletes a label; the database refuses while anything refers to it. */
    public void remove(L label) {
        delete(label);
        flush();
        slugs.releaseAll(label.id());
        tell(label);
    }

    private void tell(L label) {
        ItemChanged.Kind kind = ItemChanged.Kind.valueOf(space().toUpperCase(Locale.ROOT));
        changed.fire(ItemChanged.of(kind, label.id(), label.version()));
    }

    private Counted<L> one(List<Condition<L>> conditions) {
        return select(conditions, true, 1).stream().findFirst().orElseThrow(LabelRepo::missing);
    }

    List<Counted<L>> select(List<Condition<L>> conditions, boolean ascending, int max) {
        HibernateCriteriaBuilder cb = builder();
        CriteriaQuery<Tuple> query = cb.createTupleQuery();
        Root<L> label = query.from(type());
        fetch(label);
        Expression<Long> articles =
                cb.function(
                        "visible_articles",
                        Long.class,
                        label.get("id"),
                        cb.nullLiteral(Instant.class));
        query.select(cb.tuple(label, articles))
                .where(all(conditions, cb, label))
                .orderBy(ascending ? cb.asc(label.get("slug")) : cb.desc(label.get("slug")));
        return Planned.query(getEntityManager(), query).setMaxResults(max).getResultList().stream()
                .map(row -> new Counted<>(row.get(0, type()), row.get(1, Long.class)))
                .toList();
    }

    boolean any(List<Condition<L>> conditions) {
        HibernateCriteriaBuilder cb = builder();
        CriteriaQuery<Integer> query = cb.createQuery(Integer.class);
        Root<L> label = query.from(type());
        query.select(cb.literal(1)).where(all(conditions, cb, label));
        return !Planned.query(getEntityManager(), query).setMaxResults(1).getResultList().isEmpty();
    }

    long count(List<Condition<L>> conditions) {
        HibernateCriteriaBuilder cb = builder();
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Root<L> label = query.from(type());
        query.select(cb.count(label)).where(all(conditions, cb, label));
        return Planned.query(getEntityManager(), query).getSingleResult();
    }

    private HibernateCriteriaBuilder builder() {
        return (HibernateCriteriaBuilder) getEntityManager().getCriteriaBuilder();
    }

    private Predicate[] all(
            List<Condition<L>> conditions, HibernateCriteriaBuilder cb, Root<L> label) {
        List<Predicate> predicates = new ArrayList<>();
        conditions.forEach(condition -> predicates.add(condition.on(cb, label)));
        return predicates.toArray(Predicate[]::new);
    }

    private static RuntimeException missing() {
        return Problem.NOT_FOUND.because(Problem.NOT_FOUND.explanation());
    }
}
