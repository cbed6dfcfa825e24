package dev.byline.platform.http;

/** A path whose requests may be larger than others; a feature says so by a bean of this type. */
public record LargeBody(String path, long bytes) {}
