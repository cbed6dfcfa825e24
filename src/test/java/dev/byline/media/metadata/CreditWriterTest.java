package dev.byline.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import dev.byline.media.metadata.format.Raw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A written credit")
class CreditWriterTest {

    private static final Attribution ATTRIBUTION =
            new Attribution(
                    "Sound Agency",
                    List.of(
                            new Creator("Ilse <Tamboer> & Co", "photographer"),
                            new Creator("Per Åström", null)),
                    "Mew Sound Pictures",
                    "© 2026 Ilse Tamboer",
                    "Tamboer & Åström",
                    "Editorial use only",
                    new Licence(
                            "CC BY-SA 4.0",
                            "https://creativecommons.org/licenses/by-sa/4.0/",
                            "https://pictures.example/licence/17"),
                    true,
                    "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
    private static final Credits CREDITS =
            new Credits(ATTRIBUTION, "Gate three", "Noon.\nThe water stands at 3.42 m.", "A gate");

    @TempDir Path folder;

    @ParameterizedTest(name = "is read again from {0}")
    @ValueSource(
            strings = {
                "plain/base.jpg",
                "plain/base.png",
                "plain/lossy.webp",
                "plain/lossless.webp",
                "xmp.jpg",
                "xmp.png",
                "xmp.webp",
                "conflict.jpg"
            })
    void round(String file) throws IOException {
        Embedded embedded = read(CreditWriter.embed(bytes(file), CREDITS));
        assertThat(embedded.attribution())
                .isEqualTo(
                        new Attribution(
                                CreditLine.of(ATTRIBUTION),
                                ATTRIBUTION.creators(),
                                ATTRIBUTION.source(),
                                ATTRIBUTION.copyrightNotice(),
                                ATTRIBUTION.copyrightHolder(),
                                ATTRIBUTION.usageTerms(),
                                ATTRIBUTION.licence(),
                                true,
                                ATTRIBUTION.digitalSourceType()));
        assertThat(CreditLine.of(embedded.attribution())).isEqualTo(CreditLine.of(ATTRIBUTION));
        assertThat(embedded.headline()).isEqualTo("Gate three");
        assertThat(embedded.caption()).isEqualTo("Noon.\nThe water stands at 3.42 m.");
        assertThat(embedded.alt()).isEqualTo("A gate");
        assertThat(embedded.keywords()).isEmpty();
        assertThat(embedded.jobId()).isNull();
        assertThat(embedded.created()).isNull();
        assertThat(embedded.capturedAt()).isNull();
    }

    @Test
    @DisplayName("stands in a JPEG's IIM record too")
    void iim() throws IOException {
        Path file = folder.resolve("picture");
        Files.write(file, CreditWriter.embed(bytes("plain/base.jpg"), CREDITS));
        Iim iim = Iim.of(Raw.of(file).iim());
        assertThat(iim.list(Iim.CREATOR)).containsExactly("Ilse <Tamboer> & Co", "Per Åström");
        assertThat(iim.text(Iim.CREDIT)).isEqualTo(CreditLine.of(ATTRIBUTION));
        assertThat(iim.text(Iim.COPYRIGHT)).isEqualTo("© 2026 Ilse Tamboer");
        assertThat(iim.text(Iim.CAPTION)).startsWith("Noon.");
    }

    @ParameterizedTest(name = "leaves every pixel of {0} as it was")
    @ValueSource(strings = {"plain/base.jpg", "plain/base.png", "exif.jpg", "xmp.png"})
    void pixels(String file) throws IOException {
        byte[] before = bytes(file);
        byte[] after = CreditWriter.embed(before, CREDITS);
        assertThat(pixels(after)).isEqualTo(pixels(before)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest(name = "is all that {0} says of itself")
    @ValueSource(strings = {"exif.jpg", "conflict.jpg", "xmp.jpg", "iim.png", "xmp.webp"})
    void nothingPrivate(String file) throws IOException {
        String after =
                new String(CreditWriter.embed(bytes(file), CREDITS), StandardCharsets.ISO_8859_1);
        assertThat(after).doesNotContain("SECRET", "GPS", "Exif", "JOB-1", "Mittag", "Raw profile");
    }

    @Test
    @DisplayName("makes the same bytes again, whatever was there before")
    void deterministic() throws IOException {
        byte[] once = CreditWriter.embed(bytes("xmp.jpg"), CREDITS);
        assertThat(CreditWriter.embed(once, CREDITS)).isEqualTo(once);
    }

    @Test
    @DisplayName("of great length still fits into a JPEG's segment, with the names whole")
    void endless() throws IOException {
        String ampersands = "&".repeat(10_000);
        List<Creator> crowd =
                IntStream.range(0, 30).mapToObj(i -> new Creator("& Maker " + i, null)).toList();
        Attribution attribution =
                new Attribution(
                        null,
                        crowd,
                        "Source",
                        "©" + "&".repeat(900),
                        null,
                        "&".repeat(5_000),
                        null,
                        null,
                        null);
        Embedded embedded =
                read(
                        CreditWriter.embed(
                                bytes("plain/base.jpg"),
                                new Credits(attribution, "h", ampersands, ampersands)));
        assertThat(embedded.attribution().creators()).isEqualTo(crowd);
        assertThat(embedded.caption()).startsWith("&&&").endsWith("…");
    }

    @Test
    @DisplayName("holds no character that XML forbids")
    void control() throws IOException {
        Credits credits = new Credits(ATTRIBUTION, "a\u0001b\ud800c\ufffed", null, null);
        assertThat(read(CreditWriter.embed(bytes("plain/base.png"), credits)).headline())
                .isEqualTo("abcd");
    }

    @ParameterizedTest(name = "is refused by a broken {0}")
    @ValueSource(strings = {"plain/base.jpg", "plain/base.png", "plain/lossy.webp"})
    void broken(String file) throws IOException {
        byte[] whole = bytes(file);
        for (int length = 0; length < Math.min(30, whole.length); length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CreditWriter.embed(part, CREDITS))
                    .isInstanceOf(IOException.class);
        }
    }

    private Embedded read(byte[] bytes) throws IOException {
        Path file = folder.resolve("read");
        Files.write(file, bytes);
        return Embedded.read(file);
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(EmbeddedTest.FILES.resolve(file));
    }

    private static int[] pixels(byte[] file) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
