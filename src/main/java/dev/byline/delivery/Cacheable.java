package dev.byline.delivery;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public {@code GET} whose reply anybody may cache: it gets a strong {@code ETag} and
 * {@code Cache-Control}, is read from one snapshot of the database, and is kept until something
 * changes that it was built from ({@link BuiltFrom}).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Cacheable {

    /** By configuration ({@link DeliveryConfig}). */
    int CONFIGURED = -1;

    /** Seconds for which a copy counts as fresh; afterwards the validator makes a check cheap. */
    @Nonbinding
    int maxAge() default CONFIGURED;

    /** Whether this server keeps it; not what changes without a commit that says so. */
    @Nonbinding
    boolean kept() default true;
}
