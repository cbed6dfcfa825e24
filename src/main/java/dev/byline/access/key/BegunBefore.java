package dev.byline.access.key;

import dev.byline.platform.http.Paths;
import dev.byline.platform.http.Routes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at the caller's key once more when the whole request is there: it was let in by its
 * headers, and whoever holds the body back must not write with a key that was revoked meanwhile.
 */
@Transactional
@Interceptor
@Priority(BegunBefore.INSIDE_TRANSACTION)
class BegunBefore {

    // @Transactional is PLATFORM_BEFORE + 200, @Idempotent + 300.
    static final int INSIDE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 250;

    private static final Map<Method, Boolean> WRITES = new ConcurrentHashMap<>();

    @Inject KeyIdentities identities;
    @Inject SecurityIdentity identity;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        if (WRITES.computeIfAbsent(call.getMethod(), BegunBefore::write)) {
            identities.refuseEnded(identity);
        }
        return call.proceed();
    }

    private static boolean write(Method method) {
        return Routes.of(method)
                .filter(route -> Paths.newsroom(route.template()) && !route.method().equals("GET"))
                .isPresent();
    }
}
