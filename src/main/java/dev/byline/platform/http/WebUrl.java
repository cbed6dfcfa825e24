package dev.byline.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

/** An absolute {@code http} or {@code https} URL with a host and without credentials; or null. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebUrl.Judge.class)
public @interface WebUrl {

    int LONGEST = 2000;

    String message() default "must be an absolute http or https URL";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges by the JDK's own parser. */
    class Judge implements ConstraintValidator<WebUrl, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.length() <= LONGEST && valid(text);
        }

        private static boolean valid(String text) {
            try {
                URI url = new URI(text);
                return ("https".equalsIgnoreCase(url.getScheme())
                                || "http".equalsIgnoreCase(url.getScheme()))
                        && url.getHost() != null
                        && url.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
