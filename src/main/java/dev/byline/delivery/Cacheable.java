package dev.byline.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public {@code GET} whose reply anybody may cache: it gets a strong {@code ETag} and
 * {@code Cache-Control}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Cacheable {

    /** Seconds for which a copy counts as fresh; afterwards the validator makes a check cheap. */
    int maxAge() default 10;
}
