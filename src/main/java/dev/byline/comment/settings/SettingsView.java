package dev.byline.comment.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings in force, and what was typed of them. */
@Schema(name = "CommentSettings", description = "The settings in force, and what was typed of them")
record SettingsView(
        @JsonUnwrapped SettingsInput inForce,
        @Schema(required = true, description = "Also the `ETag`") long version,
        @Schema(required = true, description = "Exactly what was typed") SettingsInput input) {

    static SettingsView of(CommentSettings settings) {
        return new SettingsView(settings.inForce(), settings.version(), settings.input());
    }
}
