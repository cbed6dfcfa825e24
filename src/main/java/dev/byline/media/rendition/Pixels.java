package dev.byline.media.rendition;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A picture of 8-bit samples, line by line, band by band: sRGB in the order blue, green, red (what
 * Java's encoders take without another copy), with alpha after them where there is any.
 */
record Pixels(int width, int height, int bands, byte[] data) {

    static final int OPAQUE = 3;
    static final int TRANSLUCENT = 4;

    boolean alpha() {
        return bands == TRANSLUCENT;
    }

    long count() {
        return (long) width * height;
    }

    /** The same memory as an image of Java's. */
    BufferedImage image() {
        BufferedImage image =
                new BufferedImage(
                        1,
                        1,
                        alpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        int[] offsets = alpha() ? new int[] {2, 1, 0, 3} : new int[] {2, 1, 0};
        WritableRaster raster =
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(
                                0, width, height, bands, width * bands, offsets),
                        new DataBufferByte(data, data.length),
                        new Point(0, 0));
        return new BufferedImage(image.getColorModel(), raster, false, null);
    }

    Pixels crop(int left, int top, int wide, int high) {
        byte[] part = new byte[wide * high * bands];
        for (int y = 0; y < high; y++) {
            System.arraycopy(
                    data, ((top + y) * width + left) * bands, part, y * wide * bands, wide * bands);
        }
        return new Pixels(wide, high, bands, part);
    }

    /** Turned and mirrored as an EXIF orientation from 1 to 8 asks for. */
    Pixels upright(int orientation) {
        if (orientation < 2 || orientation > 8) {
            return this;
        }
        boolean turned = orientation >= 5;
        int wide = turned ? height : width;
        int high = turned ? width : height;
        byte[] result = new byte[data.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int fromX =
                        switch (orientation) {
                            case 2, 3 -> width - 1 - x;
                            case 4 -> x;
                            case 5, 6 -> y;
                            default -> width - 1 - y;
                        };
                int fromY =
                        switch (orientation) {
                            case 2 -> y;
                            case 3, 4 -> height - 1 - y;
                            case 5, 8 -> x;
                            default -> height - 1 - x;
                        };
                System.arraycopy(
                        data,
                        (fromY * width + fromX) * bands,
                        result,
                        (y * wide + x) * bands,
                        bands);
            }
        }
        return new Pixels(wide, high, bands, result);
    }

    /** Whether any pixel is not opaque. */
    boolean transparent() {
        if (alpha()) {
            for (int i = bands - 1; i < data.length; i += bands) {
                if (data[i] != -1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same without alpha, on white. */
    Pixels opaque() {
        if (!alpha()) {
            return this;
        }
        byte[] result = new byte[width * height * OPAQUE];
        for (int from = 0, to = 0; from < data.length; from += TRANSLUCENT, to += OPAQUE) {
            int alpha = data[from + OPAQUE] & 0xFF;
            for (int band = 0; band < OPAQUE; band++) {
                int value = data[from + band] & 0xFF;
                result[to + band] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return new Pixels(width, height, OPAQUE, result);
    }
}
