package dev.byline.access.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as administrators see it: everything but the key. */
@Schema(name = "ApiKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) Set<Role> roles,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "The caller that made it") String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        @Schema(description = "When it got its present secret") Instant rotatedAt,
        @Schema(description = "Until when its former secret works too") Instant formerUntil,
        @Schema(description = "To the minute") Instant lastUsedAt,
        @Schema(required = true, description = "Where it is good from; empty: everywhere")
                List<String> allowedNetworks) {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.roles(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.revokedAt(),
                key.rotatedAt(),
                key.formerUntil(),
                key.lastUsedAt(),
                key.allowedNetworks());
    }
}
