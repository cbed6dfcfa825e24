package dev.byline.article;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A note on the revision that a save makes; beside the write record, which holds content only. */
public record RemarkParameter(
        @RestQuery
                @Parameter(
                        description =
                                "Note on the revision, such as why; later saves leave it alone",
                        example = "after the lawyers' call",
                        schema = @Schema(type = SchemaType.STRING, maxLength = 300))
                String note) {

    private static final int LONGEST = 300;

    /** The note, or null without one. */
    public String read() {
        Flaws flaws = new Flaws();
        if (note != null && note.length() > LONGEST) {
            flaws.in("note", Flaw.OUT_OF_RANGE, "must have at most 300 characters");
        }
        flaws.refuse();
        return note == null || note.isBlank() ? null : note.strip();
    }
}
