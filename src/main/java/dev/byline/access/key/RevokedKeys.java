package dev.byline.access.key;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many keys ended. */
record RevokedKeys(@Schema(required = true) int revoked) {}
