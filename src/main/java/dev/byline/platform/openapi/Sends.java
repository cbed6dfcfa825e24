package dev.byline.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The headers that an operation puts on its replies by itself, for its document. Those that its
 * shape implies (a page, a new item, what caches may keep …) are known without.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sends {

    String[] value();
}
