package dev.byline.access;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new key is to be. */
record ApiKeyInput(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "Who or what uses the key", examples = "Wire importer")
                String name,
        @NotEmpty @Size(max = 4) @Schema(description = "What it is for") List<@NotNull Role> roles,
        @Future @Schema(description = "When it ends by itself; never without") Instant expiresAt) {}
