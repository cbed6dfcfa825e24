package dev.byline.media.lab;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** How media is taken in and which renditions are made. */
@ConfigMapping(prefix = "byline.media")
public interface MediaConfig {

    /** The largest upload. */
    @WithDefault("200M")
    MemorySize maxFileSize();

    /** The most pixels of a picture that is decoded line by line (baseline JPEG, plain PNG). */
    @WithDefault("120000000")
    @Min(1_000_000)
    @Max(1_000_000_000)
    long maxPixels();

    /** The most pixels of any other picture: progressive, interlaced, GIF, WebP, TIFF. */
    @WithDefault("40000000")
    @Min(1_000_000)
    @Max(1_000_000_000)
    long maxPixelsCostly();

    /** How many pictures are worked on at a time; half the processors, at least one, by default. */
    OptionalInt workers();

    /** How many more may wait for that; beyond them the reply is 503. */
    @WithDefault("6")
    @Min(0)
    @Max(1000)
    int queue();

    /** Widths of whole renditions. */
    @WithDefault("160,320,640,960,1280,1920,2560")
    @Size(min = 1, max = 20)
    List<@Min(16) @Max(8192) Integer> widths();

    /** Widths of square crops. */
    @WithDefault("160,320,640")
    @Size(max = 20)
    List<@Min(16) @Max(8192) Integer> squareWidths();

    /** Widths of 16:9 crops. */
    @WithDefault("640,1280,1920")
    @Size(max = 20)
    List<@Min(16) @Max(8192) Integer> wideWidths();

    /** Quality of JPEG renditions, from 1 to 100. */
    @WithDefault("82")
    @Min(1)
    @Max(100)
    int jpegQuality();

    /** Quality of WebP renditions, from 1 to 100. */
    @WithDefault("80")
    @Min(1)
    @Max(100)
    int webpQuality();

    /** How hard the WebP encoder tries, from 0 (fast) to 6 (small). */
    @WithDefault("4")
    @Min(0)
    @Max(6)
    int webpEffort();

    /** After how long a file that no media item knows is swept away. */
    @WithDefault("24h")
    Duration orphanAge();

    /** How often orphans are looked for. */
    @WithDefault("1h")
    Duration sweepEvery();
}
