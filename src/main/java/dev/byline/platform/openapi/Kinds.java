package dev.byline.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose {@code kind} tells which members it has ({@link OfKind}), shown as a union: on the
 * record itself wherever it stands, on a member only there, and of these kinds alone.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Kinds {

    /** Those that can stand here; none named: all. */
    String[] value() default {};
}
