package dev.byline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("POST /v1/newsroom/media of a file that is something else too")
class PolyglotsTest extends MediaTest {

    private static final String CANARY = "<?php CANARY ?><script>CANARY</script>";

    private static void assertHarmless(Response made) {
        made.then().statusCode(201);
        for (String url : made.<List<String>>path("renditions.url")) {
            Response file = reader().get(url);
            file.then()
                    .statusCode(200)
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Security-Policy", startsWith("default-src 'none'; sandbox"));
            assertThat(new String(file.asByteArray(), ISO_8859_1)).doesNotContain("CANARY");
        }
    }

    @Test
    @DisplayName(
            "carries nothing of a JPEG's comments, EXIF, profiles, thumbnails and what follows it")
    void jpeg() {
        byte[] jpeg = Pictures.jpeg(300, 200, 601);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        for (int marker : new int[] {0xFE, 0xE0, 0xE1, 0xE2, 0xE3, 0xEB, 0xED, 0xEE, 0xEF}) {
            for (String head : new String[] {"", "Exif\0\0", "ICC_PROFILE\0\1\1", "JFXX\0"}) {
                byte[] text = (head + CANARY).getBytes(ISO_8859_1);
                file.writeBytes(
                        ByteBuffer.allocate(4 + text.length)
                                .put((byte) 0xFF)
                                .put((byte) marker)
                                .putShort((short) (2 + text.length))
                                .put(text)
                                .array());
            }
        }
        file.write(jpeg, 2, jpeg.length - 2);
        file.writeBytes(("PK\3\4" + CANARY).getBytes(ISO_8859_1));

        assertHarmless(upload(file.toByteArray()));
    }

    @Test
    @DisplayName("carries nothing of a PNG's texts, private chunks and what follows it")
    void png() {
        byte[] png = Pictures.png(300, 200, 602);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        for (String type : new String[] {"tEXt", "iTXt", "eXIf", "prVt", "iCCP", "tIME"}) {
            byte[] chunk = (type + "Comment\0\0\0\0\0" + CANARY).getBytes(ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(chunk);
            file.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length - 4).array());
            file.writeBytes(chunk);
            file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        }
        file.write(png, 33, png.length - 33);
        file.writeBytes(CANARY.getBytes(ISO_8859_1));

        assertHarmless(upload(file.toByteArray(), "a.php", "text/html"));
    }

    @Test
    @DisplayName("carries nothing of a GIF that is a script as well")
    void gif() {
        byte[] gif = Pictures.bytes(Pictures.scene(120, 80, 1, 603), "gif");
        byte[] more = Arrays.copyOf(gif, gif.length + CANARY.length() + 20);
        byte[] script = ("=1;" + CANARY).getBytes(ISO_8859_1);
        System.arraycopy(script, 0, more, gif.length, script.length);

        assertHarmless(upload(more, "a.js", "text/javascript"));
    }

    @Test
    @DisplayName("is what its content is, whatever it is called: a PDF named as a picture is a PDF")
    void name() throws Exception {
        byte[] pdf = Files.readAllBytes(Path.of("src/test/resources/media/private/plain.pdf"));

        Response made = upload(pdf, "a.png", "image/png");

        made.then().statusCode(201).body("kind", equalTo("document"));
        reader().get(made.<String>path("renditions[0].url"))
                .then()
                .contentType("application/pdf")
                .header("Content-Disposition", startsWith("attachment"));
    }

    @Test
    @DisplayName(
            "is 415 when a PDF or script stands before the picture, where lenient readers find it")
    void before() {
        byte[] jpeg = Pictures.jpeg(120, 80, 604);
        for (String start : new String[] {"\n", "<html>", "#!/bin/sh\n", "\u00EF\u00BB\u00BF"}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(start.getBytes(ISO_8859_1));
            file.writeBytes(jpeg);
            upload(file.toByteArray()).then().statusCode(415);
        }
    }
}
