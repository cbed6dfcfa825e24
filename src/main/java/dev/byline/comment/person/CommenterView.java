package dev.byline.comment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commenter as moderators see them, with what became of their comments. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Commenter", description = "Who writes comments, and what became of them")
public record CommenterView(
        @Schema(required = true) UUID id,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(description = "Absent when it was erased") String email,
        @Schema(required = true) Instant createdAt,
        @Schema(description = "Comments are rejected until then") Instant bannedUntil,
        @Schema(description = "Comments are held until then") Instant premoderatedUntil,
        @Schema(description = "For moderators only") String note,
        Instant erasedAt,
        @Schema(required = true) History comments) {

    /** How many comments are in which state. */
    @Schema(name = "CommenterHistory")
    public record History(
            @Schema(required = true) long visible,
            @Schema(required = true) long held,
            @Schema(required = true) long rejected,
            @Schema(required = true) long spam,
            @Schema(required = true) long deleted) {

        static final History NONE = new History(0, 0, 0, 0, 0);
    }

    static CommenterView of(Commenter commenter, Emails emails, History history) {
        return new CommenterView(
                commenter.id(),
                commenter.version(),
                commenter.email(emails),
                commenter.createdAt(),
                commenter.bannedUntil(),
                commenter.premoderatedUntil(),
                commenter.note(),
                commenter.erasedAt(),
                history);
    }

    // Records print their members; this one holds an address.
    @Override
    public String toString() {
        return "CommenterView[" + id + "]";
    }
}
