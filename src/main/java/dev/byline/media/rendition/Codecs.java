package dev.byline.media.rendition;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jboss.logging.Logger;

/** The readers and writers of pictures, each named: no other one of the class path takes part. */
final class Codecs {

    private static final Logger LOG = Logger.getLogger(Codecs.class);
    private static final boolean WEBP = webp();

    private Codecs() {}

    static ImageReader reader(Format format) throws IOException {
        return switch (format) {
            case JPEG -> jpeg();
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            default -> ofJdk(format.name());
        };
    }

    // Reads what the JDK's own can't (CMYK, YCCK), and leaves the rest to it; so it has to be
    // registered.
    private static synchronized ImageReader jpeg() throws IOException {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi spi = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (spi == null) {
            registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
            spi = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        }
        return spi.createReaderInstance(null);
    }

    private static ImageReader ofJdk(String name) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("The JDK reads " + name);
    }

    static byte[] jpeg(Pixels pixels, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, param, pixels);
    }

    static byte[] png(Pixels pixels) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return write(writer, writer.getDefaultWriteParam(), pixels);
    }

    /** Whether this machine can write WebP: that needs a native library. */
    static boolean writesWebp() {
        return WEBP;
    }

    static byte[] webp(Pixels pixels, float quality, int effort) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(param.getCompressionTypes()[WebPWriteParam.LOSSY_COMPRESSION]);
        param.setCompressionQuality(quality);
        param.setMethod(effort);
        return write(writer, param, pixels);
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam param, Pixels pixels)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels.image(), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean webp() {
        try {
            WebPWrapper.loadNativeLibrary();
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.warnf("No WebP renditions on this machine, JPEG and PNG only: %s", e.getMessage());
            return false;
        }
    }
}
