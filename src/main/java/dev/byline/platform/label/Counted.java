package dev.byline.platform.label;

/** A label, and how many visible articles stand under it. */
public record Counted<L extends Label>(L label, long articles) {}
