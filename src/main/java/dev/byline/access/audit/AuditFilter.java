package dev.byline.access.audit;

import dev.byline.platform.json.Kebab;
import dev.byline.platform.json.Rfc3339;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which rows of the audit are wanted. */
record AuditFilter(
        @RestQuery
                @Parameter(
                        description = "Caller: `who.id`",
                        example = "key:0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55")
                String who,
        @RestQuery @Parameter(description = "Operation's id", example = "publishArticle")
                String what,
        @RestQuery @Parameter(description = "Item: `item.id`") String item,
        @RestQuery
                @Parameter(
                        description = "From this time on",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                String from,
        @RestQuery
                @Parameter(
                        description = "Before this time",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                String to,
        @RestQuery
                @Parameter(
                        description = "Outcome",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"done", "refused"}))
                String outcome) {

    private static final int LONGEST = 300;
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z]{1,60}");

    /** The filters understood. */
    record Wanted(
            String who, String what, String item, Instant from, Instant to, Outcome outcome) {}

    Wanted read(Flaws flaws) {
        if (what != null && !OPERATION.matcher(what).matches()) {
            flaws.in("what", Flaw.MALFORMED, "must be the id of an operation");
        }
        bounded("who", who, flaws);
        bounded("item", item, flaws);
        return new Wanted(
                who, what, item, time("from", from, flaws), time("to", to, flaws), outcome(flaws));
    }

    private static void bounded(String name, String text, Flaws flaws) {
        if (text != null && text.length() > LONGEST) {
            flaws.in(name, Flaw.OUT_OF_RANGE, "must have %d characters at most".formatted(LONGEST));
        }
    }

    private static Instant time(String name, String text, Flaws flaws) {
        Instant time = text == null ? null : Rfc3339.parse(text).orElse(null);
        if (text != null && time == null) {
            flaws.in(name, Flaw.MALFORMED, "must be a time as in 2026-03-01T12:00:00Z (RFC 3339)");
        }
        return time;
    }

    private Outcome outcome(Flaws flaws) {
        Outcome found = outcome == null ? null : Kebab.parse(Outcome.class, outcome).orElse(null);
        if (outcome != null && found == null) {
            flaws.in("outcome", Flaw.UNKNOWN, "must be one of " + Kebab.names(Outcome.class));
        }
        return found;
    }
}
