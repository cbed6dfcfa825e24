package dev.byline.platform.openapi;

import dev.byline.platform.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems of an operation's own rules, for its document. Those that its shape implies (a body,
 * {@code If-Match}, a key …) are known without.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    Problem[] value();
}
