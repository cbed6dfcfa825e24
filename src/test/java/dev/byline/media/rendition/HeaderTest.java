package dev.byline.media.rendition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.byline.given.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The header of a file")
class HeaderTest {

    private static final Limits LIMITS = new Limits(120_000_000, 40_000_000);

    @TempDir Path folder;

    private Header read(byte[] file) throws Exception {
        return Header.read(Files.write(folder.resolve("file"), file), LIMITS);
    }

    private Refused.Reason refusal(byte[] file) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(file));
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] png(int width, int height, int interlace) {
        return hex(
                "89504E470D0A1A0A 0000000D 49484452 %08X %08X 01 00 00 00 %02X 00000000"
                        .formatted(width, height, interlace));
    }

    private static byte[] jpeg(int segments, int frame, int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(hex("FFD8"));
        for (int i = 0; i < segments; i++) {
            file.writeBytes(hex("FFE1000400 00".replace(" ", "")));
        }
        file.writeBytes(hex("FF%02X000B08%04X%04X01011100".formatted(frame, height, width)));
        return file.toByteArray();
    }

    @Test
    @DisplayName("tells type and size of real files")
    void real() throws Exception {
        assertThat(read(Pictures.jpeg(40, 30, 1)))
                .isEqualTo(new Header(Format.JPEG, 40, 30, false));
        assertThat(read(Pictures.png(40, 30, 1))).isEqualTo(new Header(Format.PNG, 40, 30, false));
        assertThat(read(Pictures.bytes(Pictures.scene(40, 30, 1, 1), "gif")))
                .isEqualTo(new Header(Format.GIF, 40, 30, true));
        assertThat(read(Pictures.bytes(Pictures.scene(40, 30, 1, 1), "tiff")))
                .isEqualTo(new Header(Format.TIFF, 40, 30, true));
        assertThat(
                        read(Files.readAllBytes(
                                        Path.of("src/test/resources/media/metadata/xmp.webp")))
                                .format())
                .isEqualTo(Format.WEBP);
    }

    @Test
    @DisplayName("knows progressive and interlaced pictures, which may have fewer pixels")
    void costly() throws Exception {
        assertThat(read(jpeg(1, 0xC0, 12_000, 9_000)).costly()).isFalse();
        assertThat(read(jpeg(1, 0xC2, 8_000, 5_000)).costly()).isTrue();
        assertThat(refusal(jpeg(1, 0xC2, 12_000, 9_000))).isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(read(png(10_000, 10_000, 0)).costly()).isFalse();
        assertThat(refusal(png(10_000, 10_000, 1))).isEqualTo(Refused.Reason.TOO_LARGE);
    }

    @Test
    @DisplayName("refuses bombs from the header alone")
    void bombs() {
        assertThat(refusal(png(40_000, 40_000, 0))).isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(refusal(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 0)))
                .isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(refusal(png(100_000, 1, 0))).isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(refusal(jpeg(1, 0xC0, 65_535, 65_535))).isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(refusal(hex("474946383961 60EA 60EA 000000 3B")))
                .isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(
                        refusal(
                                hex(
                                        "52494646 FFFFFFFF 57454250 56503858 0A000000 00000000 FFFFFF FFFFFF")))
                .isEqualTo(Refused.Reason.TOO_LARGE);
    }

    @Test
    @DisplayName("gives up a JPEG of 10,000 segments")
    void segments() throws Exception {
        assertThat(refusal(jpeg(10_000, 0xC0, 10, 10))).isEqualTo(Refused.Reason.BROKEN);
        assertThat(read(jpeg(1_000, 0xC0, 10, 10)).width()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFD8FF",
                "FFD8FFE00010",
                "FFD8FFDA0004",
                "FFD8FFE10001FFC0",
                "89504E470D0A1A0A",
                "89504E470D0A1A0A0000000D4944415400000001",
                "89504E470D0A1A0A0000000D49484452000000000000000001000000FF00",
                "89504E470D0A1A0A0000000D49484452FFFFFFFF0000000101000000FF00",
                "474946383961",
                "474946383961000000",
                "524946460000000057454250",
                "52494646000000005745425056503878",
                "49492A00",
                "49492A00FFFFFFFF",
                "49492A0008000000FFFF",
                "4D4D002A00000008000101150003000000010400"
            })
    @DisplayName("refuses what is cut off or makes no sense")
    void broken(String file) {
        assertThat(refusal(hex(file))).isEqualTo(Refused.Reason.BROKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><svg/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "PK\u0003\u0004",
                "<?php echo 1;",
                "MZ",
                "BM",
                "\u0000",
                "%PDF-x",
                "GIF88a",
                "X5O!P%@AP[4"
            })
    @DisplayName("refuses every other type")
    void unsupported(String start) {
        assertThat(refusal(start.getBytes(ISO_8859_1))).isEqualTo(Refused.Reason.UNSUPPORTED);
    }

    @Test
    @DisplayName("refuses an empty file")
    void empty() {
        assertThat(refusal(new byte[0])).isEqualTo(Refused.Reason.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "000000186674797069736F6D, MP4",
        "0000001866747970717420 20, QUICKTIME",
        "00000018667479704D344120, M4A",
        "1A45DFA39F4286810142F7810142F2810442F381084282847765626D, WEBM",
        "494433030000, MP3",
        "FFFB9064, MP3",
        "4F676753, OGG",
        "524946460000000057415645, WAV",
        "664C6143, FLAC",
        "255044462D312E37, PDF"
    })
    @DisplayName("tells video, sound and documents by their first bytes")
    void documents(String start, Format format) throws Exception {
        assertThat(read(hex(start)).format()).isEqualTo(format);
    }

    @Test
    @DisplayName("does not take an AVIF or HEIC for a video")
    void heic() {
        assertThat(refusal(hex("000000186674797068656963"))).isEqualTo(Refused.Reason.UNSUPPORTED);
        assertThat(refusal(hex("000000186674797061766966"))).isEqualTo(Refused.Reason.UNSUPPORTED);
    }
}
