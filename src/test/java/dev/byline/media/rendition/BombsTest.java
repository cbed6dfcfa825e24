package dev.byline.media.rendition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.byline.given.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose header is fair and whose content is not. */
@DisplayName("A picture that is a bomb")
class BombsTest {

    private static final Recipe RECIPE =
            new Recipe(List.of(160), List.of(), List.of(), 0.9f, 0.9f, 2);
    private static final Limits LIMITS = new Limits(120_000_000, 40_000_000);

    @TempDir Path folder;

    /** What became of it, within two seconds: null when there are renditions. */
    private Throwable developed(byte[] file) throws Exception {
        Path path = Files.write(folder.resolve("bomb"), file);
        Throwable[] thrown = {null};
        assertTimeout(
                Duration.ofSeconds(4),
                () ->
                        thrown[0] =
                                catchThrowable(
                                        () ->
                                                new Darkroom(RECIPE, 64 << 20)
                                                        .develop(
                                                                path,
                                                                Header.read(path, LIMITS),
                                                                1,
                                                                new Focus(0.5, 0.5),
                                                                (k, w, h, t, bytes) -> {})));
        assertThat(thrown[0] == null || thrown[0] instanceof Refused).as("%s", thrown[0]).isTrue();
        return thrown[0];
    }

    @Test
    @DisplayName("as a GIF of 50,000 frames is its first one")
    void frames() throws Exception {
        ByteArrayOutputStream gif = gif(64, 48);
        for (int i = 0; i < 50_000; i++) {
            gif.writeBytes(bytes("2C 0000 0000 0100 0100 00 02 02 4401 00"));
        }
        gif.write(0x3B);

        assertThat(developed(gif.toByteArray())).isNull();
    }

    @Test
    @DisplayName("as a GIF whose frame is larger than it says is refused")
    void frame() throws Exception {
        ByteArrayOutputStream gif = gif(64, 48);
        gif.writeBytes(bytes("2C 0000 0000 60EA 60EA 00 08 FF"));
        gif.writeBytes(new byte[10_000]);

        assertThat(developed(gif.toByteArray())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"8,60000,60000", "64,60000,60000", "1,200000,100"})
    @DisplayName("as a TIFF with tiles larger than the picture, or with deep samples, costs little")
    void tiles(int bits, int tileWidth, int tileHeight) throws Exception {
        byte[] file =
                tiff(
                        new int[][] {
                            {256, 64},
                            {257, 48},
                            {258, bits},
                            {259, 8},
                            {262, 1},
                            {277, 1},
                            {322, tileWidth},
                            {323, tileHeight},
                            {324, 400},
                            {325, 200_000}
                        },
                        zeros(200 << 20));

        developed(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32_946})
    @DisplayName(
            "as a TIFF with a strip that inflates to 200 MB is decoded no further than its size")
    void strip(int compression) throws Exception {
        byte[] file =
                tiff(
                        new int[][] {
                            {256, 64},
                            {257, 48},
                            {258, 8},
                            {259, compression},
                            {262, 1},
                            {273, 400},
                            {277, 1},
                            {278, 48},
                            {279, 203_000}
                        },
                        zeros(200 << 20));

        assertThat(developed(file)).isNull();
    }

    @Test
    @DisplayName("as a TIFF of a strip per line that all are the same bytes is refused or made")
    void countless() throws Exception {
        byte[] file =
                tiff(
                        new int[][] {
                            {256, 64},
                            {257, 600_000},
                            {258, 8},
                            {259, 1},
                            {262, 1},
                            {273, 400},
                            {277, 1},
                            {278, 1},
                            {279, -1}
                        },
                        new byte[1000]);

        developed(file);
    }

    @Test
    @DisplayName("as a WebP whose frame is larger than its canvas is refused")
    void canvas() throws Exception {
        byte[] webp =
                bytes(
                        "52494646 5A000000 57454250 56503858 0A000000 00000000 3F0000 2F0000"
                                + "56503820 40000000 300100 9D012A FF3F FF3F");

        assertThat(developed(Arrays.copyOf(webp, 20_000))).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("as a lossless WebP whose frame is larger than its canvas costs little")
    void lossless() throws Exception {
        byte[] webp =
                bytes(
                        "52494646 5A000000 57454250 56503858 0A000000 00000000 3F0000 2F0000"
                                + "5650384C 40000000 2F FFFFFF0F");

        developed(Arrays.copyOf(webp, 20_000));
    }

    @Test
    @DisplayName("as a JPEG with a second, huge frame header is refused or made as the first says")
    void twoFrames() throws Exception {
        byte[] jpeg = Pictures.jpeg(120, 80, 501);
        int scan = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00DA");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, scan);
        file.writeBytes(bytes("FFC0 0011 08 FFFF FFFF 03 011100 021101 031101"));
        file.write(jpeg, scan, jpeg.length - scan);

        developed(file.toByteArray());
    }

    @Test
    @DisplayName("as a JPEG that goes over its pixels 2,000 times is refused")
    void scans() throws Exception {
        BufferedImage image = Pictures.scene(2000, 1500, BufferedImage.TYPE_INT_RGB, 7);
        byte[] jpeg = progressive(image);
        String text = new String(jpeg, ISO_8859_1);
        int last = text.lastIndexOf("\u00FF\u00DA");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 2_000; i++) {
            // An empty scan: its header alone.
            file.write(jpeg, last, 10);
        }
        file.writeBytes(bytes("FFD9"));

        assertThat(developed(file.toByteArray())).isInstanceOf(Refused.class);
        assertThat(developed(jpeg)).isNull();
    }

    @Test
    @DisplayName("as a baseline JPEG of several scans counts as one that is held in memory")
    void severalScans() throws Exception {
        byte[] jpeg = Pictures.jpeg(120, 80, 502);
        int scan = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00DA");
        byte[] twice = Arrays.copyOf(jpeg, jpeg.length + jpeg.length - scan - 2);
        System.arraycopy(jpeg, scan, twice, jpeg.length - 2, jpeg.length - scan);
        Path path = folder.resolve("twice");

        assertThat(Header.read(Files.write(path, jpeg), LIMITS).costly()).isFalse();
        assertThat(Header.read(Files.write(path, twice), LIMITS).costly()).isTrue();
        // What follows its end, a preview say, is not the picture.
        byte[] after = Arrays.copyOf(jpeg, 2 * jpeg.length);
        System.arraycopy(jpeg, 0, after, jpeg.length, jpeg.length);
        assertThat(Header.read(Files.write(path, after), LIMITS).costly()).isFalse();
    }

    private static byte[] progressive(BufferedImage image) throws Exception {
        var writer = javax.imageio.ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = javax.imageio.ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new javax.imageio.IIOImage(image, null, null), param);
        }
        writer.dispose();
        return out.toByteArray();
    }

    private static ByteArrayOutputStream gif(int width, int height) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(ISO_8859_1));
        gif.writeBytes(new byte[] {(byte) width, 0, (byte) height, 0});
        gif.writeBytes(bytes("80 00 00 000000 FFFFFF"));
        return gif;
    }

    // Little-endian, with the directory in front and the content at 400.
    private static byte[] tiff(int[][] tags, byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(400 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(bytes("49492A00 08000000")).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        file.position(400);
        return file.put(content).array();
    }

    private static byte[] zeros(int count) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[count]);
        deflater.finish();
        byte[] packed = new byte[count / 500 + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
