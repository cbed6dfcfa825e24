package dev.byline.media.metadata;

/** What a finished file says of itself: credit, terms and description, and nothing private. */
public record Credits(Attribution attribution, String headline, String caption, String alt) {}
