package dev.byline.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Every row of a table with a header has as many cells as the header; each that hasn't is named.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RowsFit.Validator.class)
public @interface RowsFit {

    String message() default "must have as many cells as the header";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares widths. */
    class Validator implements ConstraintValidator<RowsFit, Table> {
        @Override
        public boolean isValid(Table table, ConstraintValidatorContext context) {
            if (table == null || table.header().isEmpty()) {
                return true;
            }
            boolean fit = true;
            context.disableDefaultConstraintViolation();
            for (int i = 0; i < table.rows().size(); i++) {
                List<String> row = table.rows().get(i);
                if (row != null && row.size() != table.header().size()) {
                    fit = false;
                    context.buildConstraintViolationWithTemplate(
                                    context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode("rows")
                            .addContainerElementNode("<list element>", List.class, 0)
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                }
            }
            return fit;
        }
    }
}
