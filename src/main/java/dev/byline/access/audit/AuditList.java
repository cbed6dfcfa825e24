package dev.byline.access.audit;

import dev.byline.access.audit.AuditFilter.Wanted;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The audit, the latest first. */
record AuditList(EntityManager em, Wanted wanted) implements Keyset<AuditRow> {

    @Override
    public List<AuditRow> rows(Position from, int max) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<AuditRow> query = cb.createQuery(AuditRow.class);
        Root<AuditRow> row = query.from(AuditRow.class);
        List<Predicate> where = where(cb, row);
        boolean forward = from == null || from.forward();
        if (from != null) {
            where.add(
                    forward
                            ? cb.lessThan(row.get("id"), from.id())
                            : cb.greaterThan(row.get("id"), from.id()));
        }
        query.where(where.toArray(Predicate[]::new))
                .orderBy(forward ? cb.desc(row.get("id")) : cb.asc(row.get("id")));
        return em.createQuery(query).setMaxResults(max).getResultList();
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Root<AuditRow> row = query.from(AuditRow.class);
        query.select(cb.count(row)).where(where(cb, row).toArray(Predicate[]::new));
        return em.createQuery(query).getSingleResult();
    }

    private List<Predicate> where(CriteriaBuilder cb, Root<AuditRow> row) {
        List<Predicate> where = new ArrayList<>();
        equal(where, cb, row, "who", wanted.who());
        equal(where, cb, row, "what", wanted.what());
        equal(where, cb, row, "itemId", wanted.item());
        if (wanted.from() != null) {
            where.add(cb.greaterThanOrEqualTo(row.get("at"), wanted.from()));
        }
        if (wanted.to() != null) {
            where.add(cb.lessThan(row.get("at"), wanted.to()));
        }
        if (wanted.outcome() == Outcome.DONE) {
            where.add(cb.lessThan(row.get("status"), Outcome.FIRST_REFUSAL));
        } else if (wanted.outcome() == Outcome.REFUSED) {
            where.add(cb.greaterThanOrEqualTo(row.get("status"), Outcome.FIRST_REFUSAL));
        }
        return where;
    }

    private static void equal(
            List<Predicate> where,
            CriteriaBuilder cb,
            Root<AuditRow> row,
            String column,
            String value) {
        if (value != null) {
            where.add(cb.equal(row.get(column), value));
        }
    }

    // A UUIDv7 alone says when: there is no other key.
    @Override
    public String key(AuditRow item) {
        return "";
    }

    @Override
    public UUID id(AuditRow item) {
        return item.id();
    }
}
