package dev.byline.platform.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * Criteria queries whose translation into SQL is kept, by their shape. Hibernate makes it anew at
 * each call otherwise, which was half of what a public read cost the application.
 */
public final class Planned {

    private Planned() {}

    public static <T> SelectionQuery<T> query(EntityManager em, CriteriaQuery<T> query) {
        return em.unwrap(Session.class).createSelectionQuery(query).setQueryPlanCacheable(true);
    }
}
