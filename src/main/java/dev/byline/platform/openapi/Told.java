package dev.byline.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A member that replies always have, though its record can be without it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Told {

    /** Whether only what is public is sure to have it: a draft need not. */
    boolean whenPublic() default false;
}
