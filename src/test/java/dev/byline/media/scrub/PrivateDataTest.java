package dev.byline.media.scrub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.byline.media.rendition.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made by ffmpeg, qpdf and exiftool, with SECRET in everything that tells of their maker. */
@DisplayName("Private data of real files")
class PrivateDataTest {

    static final Path FILES = Path.of("src/test/resources/media/private");

    @TempDir Path folder;

    private byte[] scrubbed(byte[] file, Format format) throws IOException {
        Path path = Files.write(folder.resolve("file"), file);
        Scrubber.scrub(path, format);
        return Files.readAllBytes(path);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(FILES.resolve(name));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    @ParameterizedTest(name = "is gone from {0}")
    @CsvSource({
        "plain.pdf, PDF", "updated.pdf, PDF", "streams.pdf, PDF", "linear.pdf, PDF",
        "tone.ogg, OGG", "tone.opus, OGG", "flac.ogg, OGG", "clip.ogv, OGG",
        "clip.webm, WEBM", "live.webm, WEBM"
    })
    void gone(String name, Format format) throws Exception {
        byte[] before = file(name);
        byte[] after = scrubbed(before, format);

        assertThat(text(before) + inflated(before)).contains("SECRET");
        assertThat(text(after) + inflated(after)).doesNotContain("SECRET", "Lavf", "GPS");
        assertThat(after).hasSameSizeAs(before);
        if (format == Format.PDF) {
            assertThat(text(after) + inflated(after))
                    .contains("Hello reader")
                    .doesNotContain("D:2026");
        }
    }

    @ParameterizedTest(name = "is gone from {0} whose pages say their sums")
    @CsvSource({"tone.ogg", "tone.opus", "flac.ogg", "clip.ogv"})
    void sums(String name) throws Exception {
        byte[] file = scrubbed(file(name), Format.OGG);
        int pages = 0;
        for (int at = 0; at < file.length; pages++) {
            int size = 27 + (file[at + 26] & 0xFF);
            for (int i = 27, segments = file[at + 26] & 0xFF; i < 27 + segments; i++) {
                size += file[at + i] & 0xFF;
            }
            byte[] page = Arrays.copyOfRange(file, at, at + size);
            int said = 0;
            for (int i = 3; i >= 0; i--) {
                said = said << 8 | page[22 + i] & 0xFF;
                page[22 + i] = 0;
            }
            int sum = 0;
            for (byte b : page) {
                sum ^= b << 24;
                for (int bit = 0; bit < 8; bit++) {
                    sum = sum << 1 ^ (sum < 0 ? 0x04c11db7 : 0);
                }
            }
            assertThat(said).isEqualTo(sum);
            at += size;
        }
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    @DisplayName("is gone from comments that go over many pages, and the sound stays")
    void manyPages() throws Exception {
        byte[] file = file("tone.ogg");
        String text = text(file);
        int second = text.indexOf("OggS", 4);
        // The packet of the comments, as two hundred pages of one full segment and a last one.
        StringBuilder pages = new StringBuilder();
        String comments = "\3vorbis\4\0\0\0abcd\1\0\0\0" + "SECRET".repeat(8500);
        for (int at = 0; at < comments.length(); at += 255) {
            String part = comments.substring(at, Math.min(comments.length(), at + 255));
            pages.append(text, second, second + 22)
                    .append("\0\0\0\0\1")
                    .append((char) part.length())
                    .append(part);
        }
        byte[] before = (text.substring(0, second) + pages + "rest").getBytes(ISO_8859_1);

        String after = text(scrubbed(before, Format.OGG));

        assertThat(after).doesNotContain("SECRET").endsWith("rest").hasSize(before.length);
        assertThat(after.substring(0, second)).isEqualTo(text.substring(0, second));
    }

    @ParameterizedTest(name = "of {0}, cut off or garbled, never fails")
    @CsvSource({
        "updated.pdf, PDF",
        "streams.pdf, PDF",
        "tone.ogg, OGG",
        "flac.ogg, OGG",
        "clip.webm, WEBM"
    })
    void garbled(String name, Format format) throws Exception {
        byte[] whole = file(name);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bytes =
                    Arrays.copyOf(whole, i < 150 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(30); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(scrubbed(bytes, format)).hasSameSizeAs(bytes);
        }
    }

    @ParameterizedTest(name = "in {1} times [{0}] costs no stack, memory or time")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1 0 obj<<|1000000|PDF",
                "1 0 obj(|1000000|PDF",
                "1 0 obj%|1000000|PDF",
                "1 0 obj<<>>%|1000000|PDF",
                "1 0 obj<</Length 0>>stream %endstream |500000|PDF",
                "/Info 1 0 R |1000000|PDF",
                "moov|100000|MP4",
                "trak|1000000|MP4",
                "\u00AE\u0001\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF|1000000|WEBM"
            })
    void hostile(String part, int times, Format format) {
        StringBuilder file =
                new StringBuilder(format == Format.WEBM ? "\u001A\u0045\u00DF\u00A3\u0080" : "");
        for (int i = times; i > 0; i--) {
            if (format == Format.MP4) {
                // Each within the one before.
                int size = 8 * i;
                file.append((char) (size >>> 24))
                        .append((char) (size >>> 16 & 0xFF))
                        .append((char) (size >>> 8 & 0xFF))
                        .append((char) (size & 0xFF));
            }
            file.append(part);
        }
        byte[] bytes = file.toString().getBytes(ISO_8859_1);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(scrubbed(bytes, format)).hasSameSizeAs(bytes));
    }

    private static String inflated(byte[] file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String text = text(file);
        for (int at = text.indexOf("stream\n"); at >= 0; at = text.indexOf("stream\n", at + 1)) {
            Inflater inflater = new Inflater();
            inflater.setInput(file, at + 7, file.length - at - 7);
            byte[] buffer = new byte[100_000];
            try {
                all.write(buffer, 0, inflater.inflate(buffer));
            } catch (DataFormatException e) {
                // Not compressed.
            } finally {
                inflater.end();
            }
        }
        return text(all.toByteArray());
    }
}
