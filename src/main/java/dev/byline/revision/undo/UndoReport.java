package dev.byline.revision.undo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.ArticleState;
import dev.byline.article.Trace;
import dev.byline.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was undone, or would be. */
@Schema(description = "What was undone, or would be")
record UndoReport(
        @Schema(required = true) boolean dryRun,
        @Schema(required = true) String key,
        @Schema(required = true) Instant since,
        @Schema(required = true) int restored,
        @Schema(required = true) int failed,
        @Schema(required = true, description = "Corrections of the key that are withdrawn")
                long corrections,
        @Schema(required = true, description = "Preview links of the key that end")
                long previewLinks,
        @Schema(required = true, description = "Every article that the key changed since")
                List<Entry> articles) {

    /** What became of an article. */
    @Schema(name = "UndoOutcome")
    enum Outcome {
        @JsonProperty("restored")
        RESTORED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("created")
        CREATED,
        @JsonProperty("failed")
        FAILED
    }

    /** One article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UndoEntry")
    record Entry(
            @Schema(required = true) UUID id,
            @Schema(required = true) String headline,
            @Schema(
                            required = true,
                            description =
                                    "`created`: the key made it, so there is nothing to restore; it is taken from the public")
                    Outcome outcome,
            @Schema(description = "The revision that the working copy goes back to")
                    Integer restoredTo,
            @Schema(description = "The revision that is published again") Integer republished,
            @Schema(description = "The state that it is put back into, with its times of then")
                    ArticleState state,
            @Schema(
                            required = true,
                            description = "What else the key did; related links are not undone")
                    List<String> actions,
            @Schema(required = true, description = "Whether others worked on it since; look again")
                    boolean othersSince,
            @Schema(description = "Code of the problem that kept it from being undone")
                    String problem,
            @Schema(description = "What the problem is") String detail) {

        static Entry of(Touched touched, Instant now) {
            Outcome outcome =
                    touched.before() == null
                            ? Outcome.CREATED
                            : touched.asBefore(now) ? Outcome.UNCHANGED : Outcome.RESTORED;
            Place place = touched.place();
            boolean put = outcome == Outcome.RESTORED && place.left(now);
            boolean again = outcome == Outcome.RESTORED && touched.published();
            Integer live = again ? touched.liveBefore() : null;
            if (place.before() != null) {
                live = put && place.showsOther(now) ? place.before().at(now).live() : null;
            }
            return new Entry(
                    touched.article(),
                    touched.headline(),
                    outcome,
                    outcome == Outcome.RESTORED ? touched.before() : null,
                    live,
                    put ? place.before().at(now).standing().state() : null,
                    touched.actions().stream()
                            .map(action -> action.toLowerCase(Locale.ROOT).replace('_', '-'))
                            .toList(),
                    touched.others(),
                    null,
                    null);
        }

        Entry failed(ProblemException e) {
            return new Entry(
                    id,
                    headline,
                    Outcome.FAILED,
                    null,
                    null,
                    null,
                    actions,
                    othersSince,
                    e.problem().code(),
                    e.getMessage());
        }
    }

    static UndoReport of(UndoInput input, List<Entry> entries, Map<Trace.Kind, Long> traces) {
        return new UndoReport(
                input.dry(),
                input.maker(),
                input.since(),
                count(entries, Outcome.RESTORED),
                count(entries, Outcome.FAILED),
                traces.get(Trace.Kind.CORRECTION),
                traces.get(Trace.Kind.PREVIEW_LINK),
                entries);
    }

    private static int count(List<Entry> entries, Outcome outcome) {
        return (int) entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }
}
