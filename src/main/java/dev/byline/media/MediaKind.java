package dev.byline.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a media item is. */
public enum MediaKind {
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("document")
    DOCUMENT;

    static MediaKind of(String mimeType) {
        return switch (mimeType.substring(0, mimeType.indexOf('/'))) {
            case "image" -> IMAGE;
            case "video" -> VIDEO;
            case "audio" -> AUDIO;
            default -> DOCUMENT;
        };
    }
}
