package dev.byline.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.Pictures;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The darkroom")
class DarkroomTest {

    private static final Recipe RECIPE =
            new Recipe(List.of(160, 320, 640), List.of(160), List.of(320), 0.9f, 0.9f, 2);
    private static final Limits LIMITS = new Limits(120_000_000, 40_000_000);
    private static final Focus MIDDLE = new Focus(0.5, 0.5);

    @TempDir Path folder;

    private record Print(int width, int height, String mimeType, byte[] bytes) {

        BufferedImage image() {
            return Pictures.read(bytes);
        }
    }

    private Map<String, Print> develop(byte[] file, int orientation, Focus focus) throws Exception {
        Path path = Files.write(folder.resolve("picture"), file);
        Map<String, Print> prints = new LinkedHashMap<>();
        new Darkroom(RECIPE, 64 << 20)
                .develop(
                        path,
                        Header.read(path, LIMITS),
                        orientation,
                        focus,
                        (key, width, height, type, bytes) ->
                                prints.put(key, new Print(width, height, type, bytes)));
        return prints;
    }

    private static void assertColour(BufferedImage image, double x, double y, int rgb) {
        int found = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
        for (int shift : new int[] {0, 8, 16}) {
            assertThat(found >> shift & 0xFF)
                    .as("#%06x instead of #%06x at %s, %s", found & 0xFFFFFF, rgb, x, y)
                    .isCloseTo(rgb >> shift & 0xFF, org.assertj.core.data.Offset.offset(14));
        }
    }

    private static void assertScene(BufferedImage image) {
        assertColour(image, 3 / 16.0, 3 / 16.0, 0xFF0000);
        assertColour(image, 0.5, 0.9, 0x283C28);
    }

    @Test
    @DisplayName("makes every size that is no larger than the picture, in WebP and JPEG")
    void sizes() throws Exception {
        var prints = develop(Pictures.jpeg(500, 400, 1), 1, MIDDLE);

        assertThat(prints.keySet())
                .containsExactlyInAnyOrder(
                        "w320.webp",
                        "w320.jpg",
                        "w160.webp",
                        "w160.jpg",
                        "square160.webp",
                        "square160.jpg",
                        "wide320.webp",
                        "wide320.jpg");
        assertThat(prints.get("w320.jpg").height()).isEqualTo(256);
        prints.forEach(
                (key, print) -> {
                    if (key.endsWith(".jpg")) {
                        assertThat(print.image().getWidth()).isEqualTo(print.width());
                        assertThat(print.image().getHeight()).isEqualTo(print.height());
                    }
                });
        assertScene(prints.get("w320.jpg").image());
    }

    @Test
    @DisplayName("keeps a picture that is smaller than every size as wide as it is")
    void small() throws Exception {
        assertThat(develop(Pictures.png(40, 30, 1), 1, MIDDLE).keySet())
                .containsExactlyInAnyOrder("w40.webp", "w40.jpg");
        assertThat(develop(Pictures.png(1, 1, 1), 1, MIDDLE)).hasSize(2);
        assertThat(develop(Pictures.png(3000, 1, 1), 1, MIDDLE).get("w640.jpg").height())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("turns a picture upright for every EXIF orientation")
    void upright(int orientation) throws Exception {
        BufferedImage scene = Pictures.scene(400, 300, BufferedImage.TYPE_INT_RGB, 1);
        AffineTransform stored =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, 400, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, 400, 300);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, 300);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, -1, 1, 0, 0, 400);
                    case 7 -> new AffineTransform(0, -1, -1, 0, 300, 400);
                    case 8 -> new AffineTransform(0, 1, -1, 0, 300, 0);
                    default -> new AffineTransform();
                };
        boolean turned = orientation > 4;
        BufferedImage file =
                new BufferedImage(
                        turned ? 300 : 400, turned ? 400 : 300, BufferedImage.TYPE_INT_RGB);
        file.createGraphics().drawImage(scene, stored, null);

        Print print = develop(Pictures.bytes(file, "png"), orientation, MIDDLE).get("w320.jpg");

        assertThat(print.height()).isEqualTo(240);
        assertScene(print.image());
    }

    @Test
    @DisplayName("keeps what is in focus inside the crops")
    void crops() throws Exception {
        byte[] file = Pictures.jpeg(1600, 400, 1);

        var left = develop(file, 1, new Focus(0.19, 0.2)).get("square160.jpg").image();
        var right = develop(file, 1, new Focus(1, 0.5)).get("square160.jpg").image();

        assertColour(left, 0.5, 3 / 16.0, 0xFF0000);
        assertThat(left.getWidth()).isEqualTo(160);
        assertThat(left.getHeight()).isEqualTo(160);
        assertColour(right, 0.1, 0.9, 0x283C28);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_565_RGB
            })
    @DisplayName("reads every layout of PNG")
    void layouts(int type) throws Exception {
        byte[] file = Pictures.bytes(Pictures.scene(400, 300, type, 1), "png");

        assertScene(develop(file, 1, MIDDLE).get("w320.jpg").image());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff", "bmp", "jpeg"})
    @DisplayName("reads GIF, TIFF and JPEG, and no BMP")
    void formats(String format) throws Exception {
        byte[] file =
                Pictures.bytes(Pictures.scene(400, 300, BufferedImage.TYPE_INT_RGB, 1), format);
        if (format.equals("bmp")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> develop(file, 1, MIDDLE))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.reason()).isEqualTo(Refused.Reason.UNSUPPORTED));
        } else {
            assertScene(develop(file, 1, MIDDLE).get("w320.jpg").image());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    @DisplayName("leaves grey as bright as it is")
    void grey(int type) throws Exception {
        BufferedImage image = new BufferedImage(400, 300, type);
        int full = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65_535;
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                image.getRaster().setSample(x, y, 0, full * 100 / 255);
            }
        }

        var prints = develop(Pictures.bytes(image, "png"), 1, MIDDLE);

        assertColour(prints.get("w320.jpg").image(), 0.5, 0.5, 0x646464);
    }

    @Test
    @DisplayName("understands a picture of 16 bits with transparency")
    void deep() throws Exception {
        var model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        BufferedImage.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(400, 300);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                raster.setPixel(x, y, new int[] {65_535, 32_768, 0, x < 200 ? 65_535 : 0});
            }
        }
        byte[] file = Pictures.bytes(new BufferedImage(model, raster, false, null), "png");

        BufferedImage print = develop(file, 1, MIDDLE).get("w320.png").image();

        assertColour(print, 0.25, 0.5, 0xFF8000);
        assertThat(print.getRGB(40, 100) >>> 24).isEqualTo(255);
        assertThat(print.getRGB(280, 100) >>> 24).isZero();
    }

    @Test
    @DisplayName("makes PNG and WebP of a picture with transparency, without a dark fringe")
    void transparency() throws Exception {
        var prints = develop(Pictures.translucentPng(401, 300), 1, MIDDLE);

        assertThat(prints).containsKeys("w320.png", "w320.webp").doesNotContainKey("w320.jpg");
        BufferedImage print = prints.get("w320.png").image();
        for (int x = 0; x < 320; x++) {
            int pixel = print.getRGB(x, 100);
            if (pixel >>> 24 > 30) {
                assertThat(pixel >> 16 & 0xFF).as("red at %d", x).isGreaterThan(240);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff", "jpeg", "png"})
    @DisplayName("refuses or makes the best of files with any bytes changed or missing")
    void damaged(String format) {
        byte[] sound =
                Pictures.bytes(Pictures.scene(200, 150, BufferedImage.TYPE_INT_RGB, 1), format);
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] file =
                    java.util.Arrays.copyOf(
                            sound, sound.length - random.nextInt(sound.length - 20));
            for (int k = 0; k < 4; k++) {
                file[16 + random.nextInt(file.length - 16)] = (byte) random.nextInt();
            }
            Throwable thrown =
                    org.assertj.core.api.Assertions.catchThrowable(() -> develop(file, 1, MIDDLE));
            assertThat(thrown == null || thrown instanceof Refused).as("%s", thrown).isTrue();
        }
    }

    @Test
    @DisplayName("decodes no more than memory allows")
    void bounded() throws Exception {
        Path path = Files.write(folder.resolve("large"), Pictures.png(3000, 2000, 1));
        int[] widest = {0};

        new Darkroom(RECIPE, 2_000_000)
                .develop(
                        path,
                        Header.read(path, LIMITS),
                        1,
                        MIDDLE,
                        (key, width, height, type, bytes) ->
                                widest[0] = Math.max(widest[0], width));

        assertThat(widest[0]).isEqualTo(640);
    }
}
