package dev.byline.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preview link as the newsroom sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PreviewLink")
record PreviewLinkView(
        @Schema(required = true) UUID id,
        @Schema(required = true, description = "The version of the article that it shows")
                long version,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true) Instant expiresAt,
        @Schema(description = "Told once, when the link is made") String token,
        @Schema(description = "Told once, when the link is made", format = "uri-reference")
                String url) {

    PreviewLinkView with(String secret, String address) {
        return new PreviewLinkView(id, version, createdAt, createdBy, expiresAt, secret, address);
    }
}
