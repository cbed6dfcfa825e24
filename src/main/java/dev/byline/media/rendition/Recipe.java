package dev.byline.media.rendition;

import java.util.List;

/**
 * Which renditions are made of a picture: whole ones, squares and 16:9 crops of these widths, and
 * how well they are compressed (0 to 1).
 */
public record Recipe(
        List<Integer> widths,
        List<Integer> squares,
        List<Integer> wides,
        float jpegQuality,
        float webpQuality,
        int webpEffort) {

    private static final int SHAPE = 2;

    /** The most that any rendition needs of a picture: the widest, twice as high as wide. */
    Box largest() {
        int widest = widths.stream().mapToInt(Integer::intValue).max().orElse(1);
        return new Box(widest, SHAPE * widest);
    }
}
