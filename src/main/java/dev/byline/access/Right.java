package dev.byline.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a role allows, in words that a client can act on. */
enum Right {
    @JsonProperty("write-drafts")
    WRITE_DRAFTS(Role.WRITER),

    @JsonProperty("edit-content")
    EDIT_CONTENT(Role.EDITOR),

    @JsonProperty("publish")
    PUBLISH(Role.EDITOR),

    @JsonProperty("moderate-comments")
    MODERATE_COMMENTS(Role.MODERATOR),

    @JsonProperty("manage-keys")
    MANAGE_KEYS(Role.ADMIN),

    @JsonProperty("change-settings")
    CHANGE_SETTINGS(Role.ADMIN),

    @JsonProperty("read-audit")
    READ_AUDIT(Role.ADMIN);

    private final Role role;

    Right(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
