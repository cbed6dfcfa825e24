package dev.byline.media.rendition;

import io.trbl.blurhash.BlurHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes all renditions of a picture: decodes it once and derives each size from a larger one. */
public final class Darkroom {

    private static final int MOST_WEBP = 16_383;
    private static final int BLUR_X = 4;
    private static final int BLUR_Y = 3;
    private static final int THUMB = 64;

    private final Recipe recipe;
    private final Decoder decoder;

    /** {@code memory}: how many bytes a decoded picture may take. */
    public Darkroom(Recipe recipe, long memory) {
        this.recipe = recipe;
        this.decoder = new Decoder(memory);
    }

    /** Takes finished files, one after another, so that no more than one is in memory. */
    public interface Tray {
        void put(String key, int width, int height, String mimeType, byte[] bytes)
                throws IOException;
    }

    /** What a look at all of a picture tells. */
    public record Look(int width, int height, String blurhash, String color) {}

    /** Makes every rendition. */
    public Look develop(Path file, Header header, int orientation, Focus focus, Tray tray)
            throws IOException, Refused {
        Pixels base = base(file, header, orientation);
        whole(base, tray);
        crops(base, focus, tray);
        boolean turned = orientation >= 5 && orientation <= 8;
        Pixels thumb = shrink(base, new Box(THUMB, 4 * THUMB).around(base.width(), base.height()));
        Pixels opaque = thumb.opaque();
        return new Look(
                turned ? header.height() : header.width(),
                turned ? header.width() : header.height(),
                BlurHash.encode(opaque.image(), BLUR_X, BLUR_Y),
                Dominant.of(opaque));
    }

    /** Makes the crops anew, around another focus. */
    public void recrop(Path file, Header header, int orientation, Focus focus, Tray tray)
            throws IOException, Refused {
        crops(base(file, header, orientation), focus, tray);
    }

    private Pixels base(Path file, Header header, int orientation) throws IOException, Refused {
        Pixels base = decoder.decode(file, header, orientation, recipe.largest());
        return base.alpha() && !base.transparent() ? base.opaque() : base;
    }

    private void whole(Pixels base, Tray tray) throws IOException {
        List<Integer> widths =
                new ArrayList<>(
                        recipe.widths().stream()
                                .filter(width -> width <= base.width())
                                .sorted((a, b) -> b - a)
                                .toList());
        if (widths.isEmpty()) {
            widths.add(base.width());
        }
        // The smallest that still has twice the width first.
        Deque<Pixels> made = new ArrayDeque<>();
        for (int width : widths) {
            int height =
                    Math.max(1, (int) Math.round((double) base.height() * width / base.width()));
            Pixels from =
                    made.stream().filter(p -> p.width() >= 2 * width).findFirst().orElse(base);
            Pixels sized = shrink(from, new Box(width, height));
            encode("w" + width, sized, tray);
            made.addFirst(sized);
        }
    }

    private void crops(Pixels base, Focus focus, Tray tray) throws IOException {
        crops("square", base, recipe.squares(), 1, 1, focus, tray);
        crops("wide", base, recipe.wides(), 16, 9, focus, tray);
    }

    private static Pixels shrink(Pixels from, Box to) {
        if (from.width() == to.width() && from.height() == to.height()) {
            return from;
        }
        int bands = from.bands();
        byte[] samples =
                new Scaler(
                                from.width(),
                                from.height(),
                                bands,
                                from.alpha(),
                                (y, line) -> {
                                    int at = y * from.width() * bands;
                                    for (int i = 0; i < line.length; i++) {
                                        line[i] = from.data()[at + i] & 0xFF;
                                    }
                                })
                        .scale(to.width(), to.height());
        return new Pixels(to.width(), to.height(), bands, samples);
    }

    private void crops(
            String name,
            Pixels base,
            List<Integer> widths,
            int across,
            int down,
            Focus focus,
            Tray tray)
            throws IOException {
        int wide = Math.min(base.width(), base.height() * across / down);
        int high = Math.min(base.height(), Math.max(1, wide * down / across));
        List<Integer> fitting = widths.stream().filter(width -> width <= wide).toList();
        if (fitting.isEmpty()) {
            return;
        }
        Pixels cut =
                base.crop(
                        focus.start(focus.x(), base.width(), wide),
                        focus.start(focus.y(), base.height(), high),
                        wide,
                        high);
        for (int width : fitting) {
            encode(name + width, shrink(cut, new Box(width, width * down / across)), tray);
        }
    }

    private void encode(String key, Pixels pixels, Tray tray) throws IOException {
        int width = pixels.width();
        int height = pixels.height();
        if (Codecs.writesWebp() && height <= MOST_WEBP) {
            tray.put(
                    key + ".webp",
                    width,
                    height,
                    "image/webp",
                    Codecs.webp(pixels, recipe.webpQuality(), recipe.webpEffort()));
        }
        if (pixels.alpha()) {
            tray.put(key + ".png", width, height, "image/png", Codecs.png(pixels));
        } else {
            tray.put(
                    key + ".jpg",
                    width,
                    height,
                    "image/jpeg",
                    Codecs.jpeg(pixels, recipe.jpegQuality()));
        }
    }
}
