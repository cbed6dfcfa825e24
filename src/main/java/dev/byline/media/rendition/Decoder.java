package dev.byline.media.rendition;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a picture whose header was judged, and no more of it than renditions need: pixels are
 * left out while reading where the picture has more than twice as many as the largest rendition.
 */
final class Decoder {

    private static final int BYTES_PER_SAMPLE = 2;
    private static final int PLENTY = 2;

    private final long memory;

    /** {@code memory}: how many bytes the decoded picture may take. */
    Decoder(long memory) {
        this.memory = memory;
    }

    /**
     * The picture as wide as the largest rendition, or as it is where that is less: upright sRGB.
     */
    Pixels decode(Path path, Header header, int orientation, Box largest)
            throws IOException, Refused {
        boolean turned = orientation >= 5 && orientation <= 8;
        int wide = turned ? header.height() : header.width();
        int high = turned ? header.width() : header.height();
        Box box = largest.around(wide, high);
        ImageReader reader = Codecs.reader(header.format());
        try (ImageInputStream stream = new FileImageInputStream(path.toFile())) {
            // Metadata is not read: a hostile file's inflates to more than its pixels.
            reader.setInput(stream, true, true);
            int factor = Math.max(1, wide / (PLENTY * box.width()));
            BufferedImage image = read(reader, header, factor);
            return scaled(Profiles.assign(image, path, header), box, turned).upright(orientation);
        } catch (RuntimeException | IOException e) {
            // Readers meet broken files with any of them.
            throw Refused.broken(header.format());
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader, Header header, int wished)
            throws IOException, Refused {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > header.pixels()) {
            // The reader found another picture than the header that was judged.
            throw Refused.broken(header.format());
        }
        int factor = wished;
        while (bytes(reader, width, height, factor) > memory) {
            factor++;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(width, height));
        int across = Math.min(factor, width);
        int down = Math.min(factor, height);
        param.setSourceSubsampling(across, down, across / 2, down / 2);
        return reader.read(0, param);
    }

    private static long bytes(ImageReader reader, int width, int height, int factor)
            throws IOException {
        var type = reader.getRawImageType(0);
        int sample =
                type == null
                        ? 4
                        : type.getNumBands() * (type.getBitsPerBand(0) > 8 ? BYTES_PER_SAMPLE : 1);
        return ((long) width / factor + 1) * (height / factor + 1) * sample;
    }

    private static Pixels scaled(BufferedImage image, Box box, boolean turned) {
        int width = Math.min(image.getWidth(), turned ? box.height() : box.width());
        int height = Math.min(image.getHeight(), turned ? box.width() : box.height());
        Lines lines = new Lines(image);
        byte[] samples =
                new Scaler(
                                image.getWidth(),
                                image.getHeight(),
                                lines.bands(),
                                lines.alpha(),
                                lines::read)
                        .scale(width, height);
        return Profiles.srgb(samples, width, height, lines);
    }
}
