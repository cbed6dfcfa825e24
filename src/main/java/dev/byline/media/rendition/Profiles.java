package dev.byline.media.rendition;

import java.awt.Point;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Colour management: from whatever a picture's samples mean to sRGB. */
final class Profiles {

    private static final int MOST = 4 << 20;
    private static final int MOST_CHUNKS = 1000;
    private static final int ICCP = 0x69434350;
    private static final int IDAT = 0x49444154;

    private Profiles() {}

    /** The picture with its PNG profile, which the JDK's reader does not mind. */
    static BufferedImage assign(BufferedImage image, Path path, Header header) throws IOException {
        ColorModel model = image.getColorModel();
        if (header.format() != Format.PNG || !(model instanceof ComponentColorModel)) {
            return image;
        }
        ColorSpace space = embedded(path);
        if (space == null || space.getNumComponents() != model.getNumColorComponents()) {
            return image;
        }
        ColorModel own =
                new ComponentColorModel(
                        space,
                        model.hasAlpha(),
                        model.isAlphaPremultiplied(),
                        model.getTransparency(),
                        model.getTransferType());
        return new BufferedImage(own, image.getRaster(), model.isAlphaPremultiplied(), null);
    }

    private static ColorSpace embedded(Path png) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(png.toFile(), "r")) {
            long at = 8;
            for (int i = 0; i < MOST_CHUNKS && at + 12 <= file.length(); i++) {
                file.seek(at);
                int length = file.readInt();
                int type = file.readInt();
                if (length < 0 || type == IDAT) {
                    return null;
                }
                if (type == ICCP && length < MOST && at + 12 + length <= file.length()) {
                    byte[] chunk = new byte[length];
                    file.readFully(chunk);
                    return space(chunk);
                }
                at += 12L + length;
            }
        }
        return null;
    }

    private static ColorSpace space(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(
                    chunk, Math.min(chunk.length, name + 2), Math.max(0, chunk.length - name - 2));
            byte[] profile = new byte[MOST];
            int length = inflater.inflate(profile);
            // A profile that does not fit is none: it would be a bomb.
            return inflater.finished()
                    ? new ICC_ColorSpace(
                            ICC_Profile.getInstance(java.util.Arrays.copyOf(profile, length)))
                    : null;
        } catch (DataFormatException | IllegalArgumentException | CMMException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Scaled samples as sRGB; a profile that does not work counts as none. */
    static Pixels srgb(byte[] samples, int width, int height, Lines lines) {
        int bands = lines.bands();
        int colours = lines.alpha() ? bands - 1 : bands;
        ColorSpace space = lines.space();
        if (space != null && space.getNumComponents() == colours) {
            try {
                return converted(samples, width, height, lines, space);
            } catch (CMMException | IllegalArgumentException e) {
                // As if there were no profile.
            }
        }
        if (colours != 1 && colours != 3) {
            throw new IllegalArgumentException("No meaning of %d bands".formatted(colours));
        }
        return plain(samples, width, height, bands, colours, lines.alpha());
    }

    private static Pixels plain(
            byte[] samples, int width, int height, int bands, int colours, boolean alpha) {
        int to = alpha ? Pixels.TRANSLUCENT : Pixels.OPAQUE;
        byte[] result = new byte[width * height * to];
        for (int i = 0, at = 0; i < samples.length; i += bands, at += to) {
            for (int band = 0; band < Pixels.OPAQUE; band++) {
                result[at + band] = samples[colours == 1 ? i : i + 2 - band];
            }
            if (alpha) {
                result[at + 3] = samples[i + colours];
            }
        }
        return new Pixels(width, height, to, result);
    }

    private static Pixels converted(
            byte[] samples, int width, int height, Lines lines, ColorSpace space) {
        int bands = lines.bands();
        int colours = space.getNumComponents();
        int[] offsets = new int[colours];
        for (int i = 0; i < colours; i++) {
            offsets[i] = i;
        }
        WritableRaster from =
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(
                                DataBuffer.TYPE_BYTE, width, height, bands, width * bands, offsets),
                        new DataBufferByte(samples, samples.length),
                        new Point(0, 0));
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
                .filter(from, to.getRaster());
        byte[] colour = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        if (!lines.alpha()) {
            return new Pixels(width, height, Pixels.OPAQUE, colour);
        }
        byte[] result = new byte[width * height * Pixels.TRANSLUCENT];
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(colour, 3 * i, result, 4 * i, 3);
            result[4 * i + 3] = samples[i * bands + bands - 1];
        }
        return new Pixels(width, height, Pixels.TRANSLUCENT, result);
    }
}
