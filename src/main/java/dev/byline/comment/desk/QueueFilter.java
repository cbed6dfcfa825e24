package dev.byline.comment.desk;

import dev.byline.comment.CommentState;
import dev.byline.comment.moderation.Reason;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which comments a moderator looks at, as typed; {@link #read} judges it. */
record QueueFilter(
        @RestQuery
                @Parameter(
                        description = "State",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "held",
                                            "visible",
                                            "rejected",
                                            "spam",
                                            "deleted"
                                        },
                                        defaultValue = "held"))
                String state,
        @RestQuery
                @Parameter(
                        description = "Why it was not shown at once",
                        example = "links",
                        schema = @Schema(implementation = Reason.class))
                String reason,
        @RestQuery @Parameter(description = "Id or slug of the article") String article,
        @RestQuery
                @Parameter(
                        description = "Id of the commenter",
                        schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                String commenter) {

    /** The filter understood; null members don't narrow. */
    record Wanted(
            CommentState state, String reason, UUID articleId, String articleSlug, UUID commenter) {

        static Wanted of(CommentState state, Reason reason, String article, UUID commenter) {
            UUID id = article == null ? null : Ids.parse(article).orElse(null);
            return new Wanted(
                    state == null ? CommentState.HELD : state,
                    reason == null ? null : Kebab.of(reason),
                    id,
                    id == null ? article : null,
                    commenter);
        }
    }

    Wanted read(Flaws flaws) {
        return Wanted.of(
                parse("state", state, CommentState.class, flaws),
                parse("reason", reason, Reason.class, flaws),
                article,
                id(flaws));
    }

    private UUID id(Flaws flaws) {
        if (commenter == null) {
            return null;
        }
        UUID id = Ids.parse(commenter).orElse(null);
        if (id == null) {
            flaws.in("commenter", Flaw.MALFORMED, "must be an id");
        }
        return id;
    }

    private static <E extends Enum<E>> E parse(
            String name, String text, Class<E> type, Flaws flaws) {
        if (text == null) {
            return null;
        }
        E value = Kebab.parse(type, text).orElse(null);
        if (value == null) {
            flaws.in(name, Flaw.UNKNOWN, "must be one of " + Kebab.names(type));
        }
        return value;
    }
}
