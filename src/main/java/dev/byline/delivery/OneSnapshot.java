package dev.byline.delivery;

import dev.byline.platform.database.Patience;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import org.hibernate.Session;

/**
 * Has a cacheable reply read from one snapshot: several statements would otherwise show what was
 * never true together.
 */
@Interceptor
@Cacheable
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class OneSnapshot {

    private static final String BEGIN =
            "set transaction isolation level repeatable read, read only;"
                    + " set local statement_timeout = ";

    // In all, the wait for a connection included.
    private static final int PATIENCE_MILLIS = 2000;
    private static final int LEAST_MILLIS = 500;
    // The database gives up before the connection does, so that no statement goes on for nobody.
    private static final int SOONER_MILLIS = 100;

    @Inject EntityManager em;

    @AroundInvoke
    Object read(InvocationContext call) throws Exception {
        Session session = em.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        long asked = System.nanoTime();
        session.doWork(
                connection -> {
                    int left = left(asked);
                    Patience.shorten(connection, left);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(BEGIN + (left - SOONER_MILLIS));
                    }
                });
        return call.proceed();
    }

    // In tenths of a second: few texts for the driver to remember.
    private static int left(long asked) {
        int waited = (int) ((System.nanoTime() - asked) / 100_000_000);
        return Math.max(LEAST_MILLIS, PATIENCE_MILLIS - 100 * waited);
    }
}
