package dev.byline.change;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads the log so that no row is ever passed over. Rows commit out of order, so a reader sees only
 * those of transactions below the snapshot's xmin: every transaction below it has ended. Two
 * changes of one item may stand in the wrong order there, therefore {@code op} is not the row's but
 * how the item is in this same snapshot.
 */
@ApplicationScoped
class Changes {

    // Articles, which are most of the rows, pass the gate here, where it is inlined; other kinds by
    // the function that writes the log.
    private static final String ROWS =
            """
            select cast(c.xid as text), c.id, c.kind, c.item_id,
                   case c.kind
                       when 'article' then coalesce(article_visible(a.state, a.published_at, a.embargo_until, a.expires_at,
                                                                    statement_timestamp()), false)
                       else coalesce(change_present(c.kind, c.item_id, statement_timestamp()), k.present, false)
                       end,
                   c.at
            from change c
                     left join article a on c.kind = 'article' and a.id = c.item_id
                     left join change_known k on k.kind = c.kind and k.item_id = c.item_id
            where c.xid < pg_snapshot_xmin(pg_current_snapshot())
              and (c.xid, c.id) > (cast(cast(:xid as text) as xid8), :id)
            order by c.xid, c.id limit :max""";

    private static final String PAST =
            "select cast(cast(:xid as text) as xid8) < pg_snapshot_xmin(pg_current_snapshot())";

    @Inject EntityManager em;

    List<Change> after(ChangePlace place, int max) {
        List<?> rows =
                em.createNativeQuery(ROWS, Object[].class)
                        .setParameter("xid", place.xid())
                        .setParameter("id", place.id())
                        .setParameter("max", max)
                        .getResultList();
        if (rows.isEmpty()) {
            refuseFuture(place);
        }
        return rows.stream().map(row -> change((Object[]) row)).toList();
    }

    // xmin only grows: a cursor beyond it is from before the database was restored from a dump.
    private void refuseFuture(ChangePlace place) {
        Object past =
                em.createNativeQuery(PAST, Boolean.class)
                        .setParameter("xid", place.xid())
                        .getSingleResult();
        if (!Boolean.TRUE.equals(past)) {
            Flaws flaws = new Flaws();
            flaws.in(
                    "after", Flaw.OUT_OF_RANGE, "is of a log that is no more: read from the start");
            flaws.refuse();
        }
    }

    private static Change change(Object[] c) {
        return new Change(
                Change.Kind.valueOf(((String) c[2]).toUpperCase(Locale.ROOT)),
                (UUID) c[3],
                Boolean.TRUE.equals(c[4]) ? Change.Op.UPSERT : Change.Op.GONE,
                (Instant) c[5],
                new ChangePlace((String) c[0], ((Number) c[1]).longValue()));
    }
}
