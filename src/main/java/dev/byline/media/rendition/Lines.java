package dev.byline.media.rendition;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Reads a decoded picture line by line as 8-bit samples, whatever its own layout.
 *
 * <p>Grey samples are taken as they are: Java holds its own grey to be linear and would make the
 * picture too bright.
 */
final class Lines {

    private final BufferedImage image;
    private final int bands;
    private final int bits;
    private byte[] bytes;

    Lines(BufferedImage image) {
        this.image = image;
        int type = image.getRaster().getTransferType();
        int depth = image.getSampleModel().getSampleSize(0);
        boolean plain =
                image.getColorModel() instanceof ComponentColorModel
                        && depth >= 8
                        && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
        this.bits = plain ? depth : 0;
        this.bands = plain ? image.getRaster().getNumBands() : 4;
    }

    int bands() {
        return bands;
    }

    /** Whether the last band is transparency. */
    boolean alpha() {
        return bits == 0 || image.getColorModel().hasAlpha();
    }

    /** The colour space of the samples; null when they are sRGB or grey as displays mean it. */
    ColorSpace space() {
        ColorSpace space = image.getColorModel().getColorSpace();
        return bits == 0 || space.isCS_sRGB() || space == ColorSpace.getInstance(ColorSpace.CS_GRAY)
                ? null
                : space;
    }

    /** One line's samples, from 0 to 255. */
    void read(int y, float[] into) {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        if (bits == 8) {
            int length = width * bands;
            if (bytes == null) {
                bytes = new byte[length];
            }
            bytes = (byte[]) raster.getDataElements(0, y, width, 1, bytes);
            for (int i = 0; i < length; i++) {
                into[i] = bytes[i] & 0xFF;
            }
        } else if (bits > 8) {
            raster.getPixels(0, y, width, 1, into);
            float scale = 255f / ((1 << bits) - 1);
            for (int i = 0; i < width * bands; i++) {
                into[i] *= scale;
            }
        } else {
            int[] colours = image.getRGB(0, y, width, 1, null, 0, width);
            for (int x = 0; x < width; x++) {
                into[4 * x] = colours[x] >> 16 & 0xFF;
                into[4 * x + 1] = colours[x] >> 8 & 0xFF;
                into[4 * x + 2] = colours[x] & 0xFF;
                into[4 * x + 3] = colours[x] >>> 24;
            }
        }
        if (image.getColorModel().isAlphaPremultiplied() && alpha()) {
            divide(into, width);
        }
    }

    private void divide(float[] line, int width) {
        for (int i = 0; i < width * bands; i += bands) {
            float alpha = line[i + bands - 1];
            for (int band = 0; band < bands - 1 && alpha > 0; band++) {
                line[i + band] = Math.min(255, line[i + band] * 255 / alpha);
            }
        }
    }
}
