package dev.byline.media;

/** What is known of an uploaded file after a look into it; pictures have a size and colours. */
record MediaFile(
        MediaKind kind,
        String mimeType,
        long bytes,
        byte[] sha256,
        String fileName,
        Integer width,
        Integer height,
        String blurhash,
        String color) {}
