package dev.byline.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hostile metadata")
class HostileMetadataTest {

    private static final String PACKET =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                    + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                    + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>%s</rdf:Description>"
                    + "</rdf:RDF></x:xmpmeta>";

    @TempDir Path folder;

    @Test
    @DisplayName("reads no file of the machine")
    void externalEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "SECRET");
        String packet =
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>" + credit("A&e;B");
        assertThat(read(png(packet))).isEqualTo(Embedded.NOTHING);
    }

    @Test
    @DisplayName("doesn't laugh a billion times")
    void billionLaughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        String packet = entities + "]>" + credit("&e29;");
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(read(png(packet))).isEqualTo(Embedded.NOTHING));
    }

    @Test
    @DisplayName("a million levels deep counts as absent")
    void deep() throws IOException {
        String packet = PACKET.formatted("<a>".repeat(300_000) + "</a>".repeat(300_000));
        assertThat(read(png(packet))).isEqualTo(Embedded.NOTHING);
    }

    @Test
    @DisplayName("a million elements wide counts as absent")
    void wide() throws IOException {
        assertThat(read(png(PACKET.formatted("<a/>".repeat(300_000)) + credit("x"))))
                .isEqualTo(Embedded.NOTHING);
    }

    @Test
    @DisplayName("a caption of megabytes is cut")
    void longText() throws IOException {
        Embedded embedded = read(png(credit("x".repeat(3_000_000))));
        assertThat(embedded.attribution().creditLine()).hasSize(Attribution.MAX_LINE).endsWith("…");
    }

    @Test
    @DisplayName("loses its control characters and what turns the text around")
    void control() throws IOException {
        assertThat(read(png(credit("A\u0085\u202eB\u200fC\tD"))).attribution().creditLine())
                .isEqualTo("AB\u200fC D");
    }

    @Test
    @DisplayName("may be written in 16-bit characters")
    void wideCharacters() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(credit("Größe").getBytes(StandardCharsets.UTF_16));
        assertThat(read(chunk("iTXt", content.toByteArray())).attribution().creditLine())
                .isEqualTo("Größe");
    }

    @Test
    @DisplayName("that is no web address is no licence")
    void script() throws IOException {
        String packet =
                PACKET.formatted(
                        "<r:WebStatement xmlns:r='http://ns.adobe.com/xap/1.0/rights/'>"
                                + "javascript:alert(1)</r:WebStatement>");
        assertThat(read(png(packet))).isEqualTo(Embedded.NOTHING);
    }

    @Test
    @DisplayName("packed two thousand times smaller than it is counts as absent")
    void bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes("XML:com.adobe.xmp\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(spaces);
            }
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () ->
                        assertThat(read(chunk("iTXt", packed.toByteArray())))
                                .isEqualTo(Embedded.NOTHING));
    }

    @Test
    @DisplayName("in ten thousand segments of a JPEG costs no memory")
    void segments() throws IOException {
        Path file = folder.resolve("segments");
        ByteBuffer segment = ByteBuffer.allocate(65_537);
        segment.put((byte) 0xff).put((byte) 0xed).putShort((short) 65_535);
        segment.put("Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0xff, (byte) 0xd8});
            for (int i = 0; i < 2_000; i++) {
                out.write(segment.array());
            }
        }
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Embedded.read(file)).isEqualTo(Embedded.NOTHING));
    }

    @ParameterizedTest(name = "cut off or garbled at any place of {0} never fails")
    @ValueSource(
            strings = {
                "xmp.jpg",
                "xmp.png",
                "xmp.webp",
                "xmp.tiff",
                "xmp.gif",
                "xmp.pdf",
                "iim.jpg",
                "iim.png",
                "iim.tiff",
                "exif.jpg",
                "conflict.jpg"
            })
    void broken(String name) throws IOException {
        byte[] whole = Files.readAllBytes(EmbeddedTest.FILES.resolve(name));
        Random random = new Random(17);
        for (int i = 0; i < 400; i++) {
            byte[] bytes =
                    Arrays.copyOf(whole, i < 200 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatNoException().isThrownBy(() -> read(bytes));
        }
    }

    private static String credit(String text) {
        return PACKET.formatted("<photoshop:Credit>" + text + "</photoshop:Credit>");
    }

    private Embedded read(byte[] bytes) throws IOException {
        return Embedded.read(Files.write(folder.resolve("picture"), bytes));
    }

    private static byte[] png(String packet) {
        return chunk(
                "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + packet).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer png = ByteBuffer.allocate(8 + 12 + content.length);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.putInt(content.length).put(type.getBytes(StandardCharsets.ISO_8859_1));
        return png.put(content).array();
    }
}
