package dev.byline.platform.label;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds labels by the beginning of their names. */
public record NameFilter(
        @RestQuery
                @Parameter(
                        description = "Beginning of the name, in any case",
                        example = "north",
                        schema = @Schema(type = SchemaType.STRING, maxLength = NameFilter.LONGEST))
                String q) {

    static final int LONGEST = 100;

    /** The condition; what is wrong with the parameter goes to {@code flaws}. */
    public <L extends Label> Condition<L> condition(Flaws flaws) {
        if (q != null && q.length() > LONGEST) {
            flaws.in("q", Flaw.OUT_OF_RANGE, "must have at most %d characters".formatted(LONGEST));
        }
        return Condition.startsWith(q);
    }
}
