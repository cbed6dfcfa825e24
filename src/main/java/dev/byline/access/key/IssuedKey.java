package dev.byline.access.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.access.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key just made, with the key itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssuedKey(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) Set<Role> roles,
        Instant expiresAt,
        @Schema(description = "Until when the former secret works too") Instant formerUntil,
        @Schema(
                        required = true,
                        description = "The key, `byl_<id>_<secret>`. It is never shown again.")
                String key) {

    static IssuedKey of(ApiKey key, String text) {
        return new IssuedKey(
                key.id(), key.name(), key.roles(), key.expiresAt(), key.formerUntil(), text);
    }

    // Records print their members; this one must not reach a log.
    @Override
    public String toString() {
        return "IssuedKey[id=" + id + "]";
    }
}
