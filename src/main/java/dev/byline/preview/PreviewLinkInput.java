package dev.byline.preview;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a preview link lasts. */
record PreviewLinkInput(
        @Schema(description = "End of the link, at most 30 days ahead; in 7 days when absent")
                Instant expiresAt) {}
