package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("POST /v1/newsroom/media of a hostile file")
class HostileFilesTest extends MediaTest {

    private long before;

    @BeforeEach
    void count0() {
        before = count();
    }

    @AfterEach
    void keptNothing() {
        assertThat(incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "PK\u0003\u0004 zip",
                "<?php system('id');",
                "MZ executable",
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
                "x",
                ""
            })
    @DisplayName("is 415 whatever its name and type say")
    void types(String content) {
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
        for (String name : new String[] {"a.jpg", "a.svg", "a.png"}) {
            upload(file, name, "image/jpeg")
                    .then()
                    .statusCode(415)
                    .body("code", equalTo("unsupported-file"));
        }
        assertNothingKept(before);
    }

    @Test
    @DisplayName("is 413 from the header alone when it claims too many pixels")
    void bombs() throws IOException {
        for (int[] size :
                new int[][] {
                    {40_000, 40_000}, {Integer.MAX_VALUE, Integer.MAX_VALUE}, {65_000, 65_000}
                }) {
            long start = System.nanoTime();
            upload(png(size[0], size[1], new byte[1000]), "bomb.png", "image/png")
                    .then()
                    .statusCode(413)
                    .body("code", equalTo("too-many-pixels"));
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }
        assertNothingKept(before);
    }

    @Test
    @DisplayName("is 400 or 201 and never more when it is cut off anywhere")
    void truncated() {
        byte[] jpeg = Pictures.jpeg(900, 700, 401);
        byte[] png = Pictures.png(300, 200, 402);
        for (int i = 1; i < 8; i++) {
            cut(jpeg, jpeg.length * i / 8);
            cut(png, png.length * i / 8);
        }
    }

    private static void cut(byte[] file, int length) {
        Response reply = upload(Arrays.copyOf(file, length));
        assertThat(reply.statusCode()).as("cut at %d", length).isIn(201, 400);
        if (reply.statusCode() == 400) {
            assertThat(reply.<String>path("code")).isEqualTo("broken-file");
        }
    }

    @Test
    @DisplayName("is 400, 413, 415 or 201 with any bytes changed")
    void flipped() {
        Random random = new Random(7);
        byte[][] files = {
            Pictures.jpeg(120, 80, 403),
            Pictures.png(120, 80, 404),
            Pictures.bytes(Pictures.scene(120, 80, 1, 405), "gif"),
            Pictures.bytes(Pictures.scene(120, 80, 1, 406), "tiff")
        };
        for (int i = 0; i < 60; i++) {
            byte[] file = files[i % files.length].clone();
            for (int k = 0; k < 6; k++) {
                file[random.nextInt(Math.min(file.length, 400))] = (byte) random.nextInt();
            }
            assertThat(upload(file).statusCode()).as("round %d", i).isIn(201, 200, 400, 413, 415);
        }
    }

    @Test
    @DisplayName("never serves what was hidden in a polyglot")
    void polyglot() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(Pictures.jpeg(300, 200, 407));
        file.write("<script>alert('CANARY')</script>".getBytes(StandardCharsets.UTF_8));

        Response made = upload(file.toByteArray());

        made.then().statusCode(201);
        for (String url : made.<java.util.List<String>>path("renditions.url")) {
            assertThat(new String(reader().get(url).asByteArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("CANARY");
        }
    }

    @Test
    @DisplayName("may have a broken profile and inflating text chunks: they count as absent")
    void profiles() throws IOException {
        byte[] rows = new byte[(1 + 3 * 40) * 30];
        byte[] bomb = deflate(new byte[50 << 20]);
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        icc.write("x\0\0".getBytes(StandardCharsets.ISO_8859_1));
        icc.write(bomb);

        upload(
                        png(
                                40,
                                30,
                                rows,
                                chunk("iCCP", icc.toByteArray()),
                                chunk("zTXt", icc.toByteArray())),
                        "p.png",
                        "image/png")
                .then()
                .statusCode(201);
        upload(
                        png(
                                40,
                                30,
                                rows,
                                chunk("iCCP", "x\0\0junk".getBytes(StandardCharsets.ISO_8859_1)),
                                chunk("eXIf", new byte[] {'M', 'M', 0, 42, -1, -1, -1, -1})),
                        "q.png",
                        "image/png")
                .then()
                .statusCode(201);
    }

    @Test
    @DisplayName("is refused at once, many of them at a time, while readers read")
    void parallel() throws Exception {
        byte[] bomb = png(60_000, 60_000, new byte[100]);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Response>> uploads = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                uploads.add(() -> upload(bomb));
            }
            List<Future<Response>> running = uploads.stream().map(threads::submit).toList();
            for (int i = 0; i < 10; i++) {
                Response reply = read("/v1/articles");
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.time()).isLessThan(2000);
            }
            for (Future<Response> one : running) {
                one.get().then().statusCode(413);
                assertThat(one.get().time()).isLessThan(2000);
            }
        } finally {
            threads.shutdown();
        }
        assertNothingKept(before);
    }

    @Test
    @DisplayName("is 400 as a JPEG of 10,000 segments")
    void segments() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] jpeg = Pictures.jpeg(120, 80, 408);
        file.write(jpeg, 0, 2);
        for (int i = 0; i < 10_000; i++) {
            file.write(HexFormat.of().parseHex("FFE200040000"));
        }
        file.write(jpeg, 2, jpeg.length - 2);

        upload(file.toByteArray()).then().statusCode(400).body("code", equalTo("broken-file"));
        assertNothingKept(before);
    }

    private static byte[] png(int width, int height, byte[] rows, byte[]... chunks)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(HexFormat.of().parseHex("89504E470D0A1A0A"));
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        file.write(chunk("IHDR", header));
        for (byte[] chunk : chunks) {
            file.write(chunk);
        }
        file.write(chunk("IDAT", deflate(rows)));
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        crc.update(name);
        crc.update(data);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write(ByteBuffer.allocate(4).putInt(data.length).array());
        chunk.write(name);
        chunk.write(data);
        chunk.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return chunk.toByteArray();
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] buffer = new byte[data.length / 100 + 10_000];
        int length = deflater.deflate(buffer);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }
}
