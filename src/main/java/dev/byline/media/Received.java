package dev.byline.media;

import dev.byline.media.lab.Developed;
import dev.byline.media.metadata.Embedded;
import java.util.UUID;

/**
 * An upload on its way into the newsroom. {@code developed} is null when the same content was there
 * already; {@code typed} is the metadata as JSON, null when there was none.
 */
record Received(
        UUID id,
        byte[] sha256,
        String fileName,
        MediaInput input,
        String typed,
        Embedded embedded,
        Developed developed) {}
