package dev.byline.article.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.article.Article;
import dev.byline.article.ArticleState;
import dev.byline.article.Gates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether readers see an article at an instant, and what each gate says to that. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether readers see an article at an instant, and why")
record Visibility(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,
        @Schema(required = true, description = "Whether all gates are open") boolean visible,
        @Schema(description = "Which version readers see; absent while they see none")
                Version version,
        @Schema(description = "When the scheduled next version takes the published one's place")
                Instant nextVersionAt,
        @Schema(required = true) List<Gate> gates) {

    /** One condition for being visible. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VisibilityGate")
    record Gate(
            @Schema(required = true) Name gate,
            @Schema(required = true) boolean open,
            @Schema(description = "When the gate opens (`schedule`, `embargo`) or shuts")
                    Instant at,
            @Schema(description = "With the gate `state`") ArticleState state) {}

    /** The gates, in the order in which they are told. */
    @Schema(name = "VisibilityGateName")
    enum Name {
        @JsonProperty("state")
        STATE,
        @JsonProperty("schedule")
        SCHEDULE,
        @JsonProperty("embargo")
        EMBARGO,
        @JsonProperty("expiry")
        EXPIRY,
        @JsonProperty("takedown")
        TAKEDOWN
    }

    /** The versions that readers can see. */
    @Schema(name = "VisibleVersion")
    enum Version {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("next")
        NEXT
    }

    static Visibility of(Article article, Instant at) {
        Gates gates = article.gates();
        boolean down = gates.state() == ArticleState.TAKEN_DOWN;
        boolean next = article.nextVersionAt() != null && !article.nextVersionAt().isAfter(at);
        return new Visibility(
                article.id(),
                at,
                gates.open(at),
                !gates.open(at) ? null : next ? Version.NEXT : Version.PUBLISHED,
                article.nextVersionAt(),
                List.of(
                        new Gate(Name.STATE, gates.stateShows(), null, gates.state()),
                        new Gate(Name.SCHEDULE, gates.timeHasCome(at), gates.publishedAt(), null),
                        new Gate(Name.EMBARGO, gates.embargoIsOver(at), gates.embargoUntil(), null),
                        new Gate(Name.EXPIRY, gates.notExpired(at), gates.expiresAt(), null),
                        new Gate(Name.TAKEDOWN, !down, article.takenDownAt(), null)));
    }
}
