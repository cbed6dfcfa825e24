package dev.byline.comment.limit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Takes a lane before the transaction takes a connection. */
@Laned
@Interceptor
@Priority(LanedInterceptor.OUTSIDE_TRANSACTION)
class LanedInterceptor {

    // @Transactional is PLATFORM_BEFORE + 200.
    static final int OUTSIDE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @Inject Lanes lanes;

    @AroundInvoke
    Object pass(InvocationContext call) throws Exception {
        lanes.enter();
        try {
            return call.proceed();
        } finally {
            lanes.leave();
        }
    }
}
