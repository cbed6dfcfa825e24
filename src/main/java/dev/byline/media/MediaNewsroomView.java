package dev.byline.media;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.media.metadata.Embedded;
import dev.byline.media.metadata.Provenance;
import dev.byline.platform.http.Urls;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media item as the newsroom sees it. */
@Schema(name = "NewsroomMedia")
public record MediaNewsroomView(
        @JsonUnwrapped MediaView media,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(description = "What the uploaded file was called") String fileName,
        @Schema(required = true, description = "Whether a visible article uses it") boolean visible,
        @Schema(required = true, description = "Where each filled member comes from, by its name")
                Map<String, Provenance> provenance,
        @Schema(description = "The agency's number of the job, from the file") String jobId,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "The key that uploaded it") String createdBy,
        @Schema(required = true, description = "What to send to get the item as it is")
                MediaInput input) {

    static MediaNewsroomView of(Found found, MediaInput input, Urls urls) {
        Media media = found.media();
        return new MediaNewsroomView(
                found.view(urls),
                media.version(),
                media.fileName(),
                found.visible(),
                provenance(media.embedded(), input),
                media.embedded().jobId(),
                media.createdAt(),
                media.createdBy(),
                input);
    }

    private static Map<String, Provenance> provenance(Embedded file, MediaInput typed) {
        Map<String, Provenance> from = new TreeMap<>();
        note(from, "headline", typed.headline(), file.headline());
        note(from, "alt", typed.alt(), file.alt());
        note(from, "caption", typed.caption(), file.caption());
        note(from, "extendedDescription", typed.extendedDescription(), file.extendedDescription());
        note(
                from,
                "keywords",
                typed.keywords(),
                file.keywords().isEmpty() ? null : file.keywords());
        note(from, "capturedAt", null, file.capturedAt());
        note(from, "location", null, file.created() == null ? file.shown() : file.created());
        file.attribution()
                .filled()
                .forEach(name -> from.put("attribution." + name, Provenance.EMBEDDED));
        if (typed.attribution() != null) {
            typed.attribution()
                    .filled()
                    .forEach(name -> from.put("attribution." + name, Provenance.TYPED));
        }
        return from;
    }

    private static void note(
            Map<String, Provenance> from, String name, Object typed, Object embedded) {
        if (typed != null) {
            from.put(name, Provenance.TYPED);
        } else if (embedded != null) {
            from.put(name, Provenance.EMBEDDED);
        }
    }
}
