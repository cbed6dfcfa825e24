package dev.byline.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours {@code Idempotency-Key} on a {@code POST}: a repeated request gets the first reply again.
 *
 * <p>Stands beside {@code @Transactional} on a method that returns a {@code RestResponse}. The
 * reply is kept in the transaction of the write, so that a crash loses both or neither. A refused
 * request (any problem) keeps nothing: repeated, it is judged anew. The request is recognised by
 * the JSON of the method's body argument, which must therefore be the same on every node: records,
 * lists and enums are, a {@code HashSet} of enums is not.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** The request header. */
    String HEADER = "Idempotency-Key";

    /**
     * Where a body that is no JSON leaves what it is recognised by: an entry of the routing context
     * that Jackson can write.
     */
    String BODY = "byline.idempotency.body";
}
