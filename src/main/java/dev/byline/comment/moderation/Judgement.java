package dev.byline.comment.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What all rules together make of a comment: the hardest verdict, and each one's finding. */
public record Judgement(Verdict verdict, List<Finding> findings) {

    /** What one rule objects to. */
    @Schema(name = "CommentFinding", description = "What one rule of moderation objects to")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Schema(required = true) Reason reason,
            @Schema(required = true) Verdict verdict,
            @Schema(description = "For moderators", examples = "\"5 links\"") String detail) {

        public static Finding hold(Reason reason, String detail) {
            return new Finding(reason, Verdict.HOLD, detail);
        }

        static Finding spam(Reason reason, String detail) {
            return new Finding(reason, Verdict.SPAM, detail);
        }

        static Finding reject(Reason reason, String detail) {
            return new Finding(reason, Verdict.REJECT, detail);
        }
    }

    static Judgement of(List<Finding> findings) {
        return new Judgement(
                findings.stream()
                        .map(Finding::verdict)
                        .max(Comparator.naturalOrder())
                        .orElse(Verdict.PASS),
                List.copyOf(findings));
    }
}
