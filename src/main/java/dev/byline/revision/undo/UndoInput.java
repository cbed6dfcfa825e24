package dev.byline.revision.undo;

import dev.byline.platform.entity.Ids;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose work to undo, and since when. */
@Schema(description = "Whose work to undo, and since when")
record UndoInput(
        @Schema(
                        required = true,
                        description = "Id of the key, as in `createdBy` or as in the list of keys")
                @NotBlank
                @Size(max = 200)
                String key,
        @Schema(required = true, description = "What the key did from then on is undone") @NotNull
                Instant since,
        @Schema(
                        defaultValue = "true",
                        description =
                                "Whether to tell only what would be done; say `false` to do it")
                Boolean dryRun) {

    /** The key's id as articles and revisions name it. */
    String maker() {
        return Ids.parse(key).map(id -> "key:" + id).orElse(key);
    }

    /** The note on what is brought back. */
    String why() {
        return "Undone: %s since %s".formatted(maker(), since);
    }

    boolean dry() {
        return dryRun == null || dryRun;
    }
}
