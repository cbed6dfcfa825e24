package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.problem.ProblemException;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to publish: when, between which gates, and how large the update is. All optional. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How to publish. All members are optional; absent gates stay as they are, null clears them.")
public record Publication(
        @Schema(description = "Time of publication, now or in the past; now when absent")
                Instant at,
        @Schema(
                        implementation = Instant.class,
                        nullable = true,
                        description = "Nobody outside sees it before")
                Gate embargoUntil,
        @Schema(
                        implementation = Instant.class,
                        nullable = true,
                        description = "Nobody outside sees it from then on")
                Gate expiresAt,
        @Schema(description = "`material` moves `updatedAt`; `minor`, the default, doesn't")
                Update update,
        @Schema(
                        description =
                                "Why it is published although a picture lacks its credit, its terms or its alternative text; recorded")
                @Size(max = 500)
                @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
                String override) {

    /** A time of a gate, or none ({@code null} in JSON); an absent member is no gate at all. */
    @JsonDeserialize(using = GateReader.class)
    public record Gate(Instant time) {}

    private static final class GateReader extends StdDeserializer<Gate> {

        GateReader() {
            super(Gate.class);
        }

        @Override
        public Gate deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return new Gate(context.readValue(parser, Instant.class));
        }

        @Override
        public Gate getNullValue(DeserializationContext context) {
            return new Gate(null);
        }

        @Override
        public Gate getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    /** Whether readers should be told of the change. */
    @Schema(name = "UpdateKind")
    public enum Update {
        @JsonProperty("minor")
        MINOR,
        @JsonProperty("material")
        MATERIAL
    }

    /**
     * The time of publication, which must not lie in the future; {@code otherwise} if not given.
     */
    Instant past(Instant now, Instant otherwise) {
        if (at != null && at.isAfter(now)) {
            throw refused("/at", "lies in the future: schedule the article instead");
        }
        return at == null ? otherwise : at;
    }

    /** The time of publication, which must be given and lie in the future. */
    Instant future(Instant now) {
        if (at == null || !at.isAfter(now)) {
            throw refused("/at", "must lie in the future");
        }
        return at;
    }

    /** The end of the embargo: the present one where none is given, nor taken away. */
    Instant embargo(Instant present) {
        return embargoUntil == null ? present : embargoUntil.time();
    }

    /** The time of expiry, likewise; it must follow the time of publication. */
    Instant expiry(Instant present, Instant published) {
        Instant time = expiresAt == null ? present : expiresAt.time();
        if (time != null && !time.isAfter(published)) {
            Flaws flaws = new Flaws();
            flaws.at("/expiresAt", Flaw.OUT_OF_RANGE, "must be after the time of publication");
            flaws.refuse();
        }
        return time;
    }

    boolean material() {
        return update == Update.MATERIAL;
    }

    static ProblemException refused(String pointer, String why) {
        Flaws flaws = new Flaws();
        flaws.at(pointer, Flaw.OUT_OF_RANGE, why);
        return flaws.problem(Problem.NOT_PUBLISHABLE);
    }

    /** Publication without further wishes. */
    public static final Publication NOW = at(null);

    /** A material update of what is published. */
    public static final Publication MATERIAL =
            new Publication(null, null, null, Update.MATERIAL, null);

    public static Publication at(Instant time) {
        return new Publication(time, null, null, null, null);
    }
}
