package dev.byline.media;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.media.metadata.Provenance;
import dev.byline.platform.http.Urls;
import dev.byline.platform.openapi.Kinds;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media item as the newsroom sees it. */
@Kinds
@Schema(name = "NewsroomMedia", description = "A media item as the newsroom sees it")
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

    static MediaNewsroomView of(Found found, MediaInput input, MediaInput agency, Urls urls) {
        Media media = found.media();
        return new MediaNewsroomView(
                found.view(urls),
                media.version(),
                media.fileName(),
                found.visible(),
                Origins.of(media.embedded(), input, agency),
                media.embedded().jobId(),
                media.createdAt(),
                media.createdBy(),
                input);
    }
}
