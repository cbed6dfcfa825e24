package dev.byline.media.lab;

import dev.byline.media.rendition.Darkroom.Look;
import dev.byline.media.rendition.Header;
import java.util.List;

/** An uploaded file after the lab: what it is, how it looks (pictures only), and what was made. */
public record Developed(Header header, long bytes, Look look, List<Rendition> renditions) {}
