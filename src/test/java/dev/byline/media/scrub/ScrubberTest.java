package dev.byline.media.scrub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.media.rendition.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scrubber")
class ScrubberTest {

    @TempDir Path folder;

    private String scrubbed(String file, Format format) throws Exception {
        Path path = Files.write(folder.resolve("file"), file.getBytes(ISO_8859_1));
        Scrubber.scrub(path, format);
        return new String(Files.readAllBytes(path), ISO_8859_1);
    }

    private static String box(String type, String content) {
        int size = 8 + content.length();
        return new String(new char[] {0, 0, (char) (size >> 8), (char) (size & 0xFF)})
                + type
                + content;
    }

    @Test
    @DisplayName("blanks places and descriptions in MP4 and moves nothing")
    void mp4() throws Exception {
        String file =
                box("ftyp", "isom")
                        + box(
                                "moov",
                                box("mvhd", "header")
                                        + box("udta", box("©xyz", "+52.5+013.4/"))
                                        + box("trak", box("tkhd", "t") + box("meta", "SECRET")))
                        + box("uuid", "SECRET")
                        + box("mdat", "udta is not a box here");

        String result = scrubbed(file, Format.MP4);

        assertThat(result)
                .hasSameSizeAs(file)
                .doesNotContain("52.5", "SECRET")
                .contains("header", "udta is not a box here");
    }

    @Test
    @DisplayName("blanks INFO, bext and ID3 in WAV")
    void wav() throws Exception {
        String file =
                "RIFF\0\0\0\0WAVEfmt"
                        + " \4\0\0\0abcdLIST\6\0\0\0SECRETbext\6\0\0\0SECRETdata\4\0\0\0wave";

        assertThat(scrubbed(file, Format.WAV))
                .hasSameSizeAs(file)
                .doesNotContain("SECRET")
                .contains("JUNK", "abcd", "datawave".substring(0, 4), "wave");
    }

    @Test
    @DisplayName("turns comments and covers of FLAC into padding")
    void flac() throws Exception {
        String file = "fLaC" + "\0\0\0\4info" + "\4\0\0\6SECRET" + "\u0086\0\0\6SECRET" + "frames";

        assertThat(scrubbed(file, Format.FLAC))
                .hasSameSizeAs(file)
                .doesNotContain("SECRET")
                .contains("info", "frames");
    }

    @Test
    @DisplayName("empties ID3 tags at both ends of MP3")
    void mp3() throws Exception {
        String file =
                "ID3\3\0\0\0\0\0\6SECRET"
                        + "frames".repeat(50)
                        + "TAG"
                        + "SECRET".repeat(20)
                        + "12345";

        assertThat(scrubbed(file, Format.MP3)).doesNotContain("SECRET", "TAG").contains("frames");
    }

    @ParameterizedTest
    @CsvSource({"MP4", "WAV", "FLAC", "MP3", "QUICKTIME", "M4A", "OGG", "PDF", "WEBM"})
    @DisplayName("survives what is cut off or lies about its size")
    void broken(Format format) throws Exception {
        for (String start :
                new String[] {
                    "",
                    "x",
                    "fLaC\4\u00FF\u00FF\u00FFx",
                    "RIFF\0\0\0\0WAVELIST\u00FF\u00FF\u00FF\u00FFx",
                    "ID3\3\0\0\u007F\u007F\u007F\u007Fx",
                    "\0\0\0\1moov\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF",
                    "\0\0\0\0moov\0\0\0\0moov\0\0\0\0udta",
                    "\u00FF\u00FF\u00FF\u00FFudta"
                }) {
            assertThat(scrubbed(start, format)).hasSizeLessThanOrEqualTo(start.length());
        }
    }
}
