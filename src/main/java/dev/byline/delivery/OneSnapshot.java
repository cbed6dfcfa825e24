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

    // The database gives up before the connection does (Patience), so that no statement goes on for
    // nobody.
    private static final String BEGIN =
            "set transaction isolation level repeatable read, read only;"
                    + " set local statement_timeout = '1900ms'";

    @Inject EntityManager em;

    @AroundInvoke
    Object read(InvocationContext call) throws Exception {
        Session session = em.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.doWork(
                connection -> {
                    Patience.shorten(connection);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(BEGIN);
                    }
                });
        return call.proceed();
    }
}
