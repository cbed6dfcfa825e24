package dev.byline.media;

import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.Embedded;
import dev.byline.platform.label.LabelInput;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the newsroom writes of a media item; what it leaves out is taken from the file. */
@Schema(
        description =
                "What the newsroom writes of it. What is absent is taken from the file; an empty text or list says that there is none.")
public record MediaInput(
        @Schema(description = "What is to be seen, for those who can't see it")
                @Size(max = Embedded.MAX_ALT)
                String alt,
        @Size(max = Embedded.MAX_CAPTION) String caption,
        @Size(max = Embedded.MAX_HEADLINE)
                @Pattern(regexp = LabelInput.ONE_LINE, message = LabelInput.RULE)
                String headline,
        @Schema(description = "More than `alt` can hold") @Size(max = Embedded.MAX_DESCRIPTION)
                String extendedDescription,
        @Size(max = Embedded.MAX_KEYWORDS)
                List<@NotNull @Size(min = 1, max = Embedded.MAX_KEYWORD) String> keywords,
        @Valid Attribution attribution,
        @Valid Rights rights,
        @Valid FocalPoint focalPoint,
        @Size(max = 36)
                @Schema(
                        description =
                                "Of a video: id of a media item of the kind `image`, which stands for it until it plays",
                        format = "uuid")
                String poster) {

    static final MediaInput NOTHING =
            new MediaInput(null, null, null, null, null, null, null, null, null);

    /** What bean validation can't say; throws a problem. */
    MediaInput checked() {
        if (rights != null
                && rights.validFrom() != null
                && rights.validUntil() != null
                && !rights.validUntil().isAfter(rights.validFrom())) {
            Flaws flaws = new Flaws();
            flaws.at("/rights/validUntil", Flaw.OUT_OF_RANGE, "must be after validFrom");
            flaws.refuse();
        }
        return this;
    }
}
