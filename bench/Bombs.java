import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** R14, run by bombs: java bench/Bombs.java BASE KEY BOMBS SECONDS. */
class Bombs {

    // Two, so that a reader does not wait for the uploads of the same client.
    static final HttpClient READER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static String base;
    static String key;

    public static void main(String[] args) throws Exception {
        base = args[0];
        key = args[1];
        int many = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        Map<String, byte[]> bombs = bombs();
        reads(2);
        boolean good = true;
        for (Map.Entry<String, byte[]> bomb : bombs.entrySet()) {
            long best = Long.MAX_VALUE;
            int status = 0;
            for (int i = 0; i < 3; i++) {
                // Another file each time, else the second one is known.
                byte[] file = Arrays.copyOf(bomb.getValue(), bomb.getValue().length + i);
                long start = System.nanoTime();
                status = upload(file).join().statusCode();
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf(
                    "{\"id\":\"R14\",\"bomb\":\"%s\",\"bytes\":%d,\"status\":%d,\"ms\":%d}%n",
                    bomb.getKey(), bomb.getValue().length, status, best / 1_000_000);
            good &= best < 200_000_000 && status < 500;
        }
        List<byte[]> refused = new ArrayList<>(bombs.values()).subList(0, 5);
        List<Long> alone = reads(seconds);
        Map<Integer, Integer> replies = new TreeMap<>();
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<List<Long>> beside = CompletableFuture.supplyAsync(() -> reads(seconds));
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int waves = 0;
        while (System.nanoTime() < end) {
            List<CompletableFuture<HttpResponse<String>>> wave = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                long start = System.nanoTime();
                wave.add(
                        upload(refused.get(i % refused.size()))
                                .whenComplete((r, e) -> times.add(System.nanoTime() - start)));
            }
            for (CompletableFuture<HttpResponse<String>> one : wave) {
                replies.merge(one.join().statusCode(), 1, Integer::sum);
            }
            waves++;
            // Waves, not a flood: R14 asks for so many at once, not for all that a machine takes.
            Thread.sleep(1000);
        }
        List<Long> flooded = beside.join();
        System.out.printf(
                "{\"id\":\"R14\",\"parallel\":%d,\"waves\":%d,\"replies\":\"%s\",\"refusal_p50_ms\":%.1f,\"refusal_p99_ms\":%.1f,"
                        + "\"reads\":%d,\"read_p50_ms\":%.1f,\"read_p99_ms\":%.1f,\"flooded_p50_ms\":%.1f,\"flooded_p99_ms\":%.1f}%n",
                many, waves, replies, at(times, 50), at(times, 99), alone.size(), at(alone, 50),
                at(alone, 99), at(flooded, 50), at(flooded, 99));
        if (!good || replies.keySet().stream().anyMatch(status -> status != 413 && status != 503)) {
            System.exit(1);
        }
    }

    /** Fifty reads a second, each on time whatever became of those before. */
    static List<Long> reads(int seconds) {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> all = new ArrayList<>();
        HttpRequest read = HttpRequest.newBuilder(URI.create(base + "/v1/articles?limit=20")).build();
        long next = System.nanoTime();
        for (int i = 0; i < 50 * seconds; i++) {
            next += 20_000_000;
            while (System.nanoTime() < next) {
                try {
                    TimeUnit.NANOSECONDS.sleep(Math.max(1, next - System.nanoTime()));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            long due = next;
            all.add(
                    READER.sendAsync(read, BodyHandlers.ofString())
                            .thenAccept(
                                    reply -> {
                                        if (reply.statusCode() != 200) {
                                            throw new IllegalStateException(reply.body());
                                        }
                                        times.add(System.nanoTime() - due);
                                    }));
        }
        all.forEach(CompletableFuture::join);
        return times;
    }

    static double at(List<Long> times, int percent) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    static CompletableFuture<HttpResponse<String>> upload(byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create(base + "/v1/newsroom/media"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The first five are refused by their headers; the others are small pictures with something large in them. */
    static Map<String, byte[]> bombs() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        bombs.put("png 40000x40000, 1 bit", png(40_000, 40_000, 1, 0, zeros(40_000 * 5001L)));
        bombs.put("png 20000x20000, rgba", png(20_000, 20_000, 8, 6, zeros(20_000 * 80_001L)));
        bombs.put("png of 2^31-1", png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 2, new byte[0]));
        bombs.put("gif 60000x60000", gif(60_000, 60_000, 0));
        bombs.put("jpeg 65535x65535", jpeg());
        bombs.put("gif of 50000 frames", gif(64, 48, 50_000));
        byte[] inflating = zeros(200L << 20);
        bombs.put("png with zTXt of 200 MB", png(64, 48, 8, 2, zeros(48 * 193L), "zTXt", inflating));
        bombs.put("png with iCCP of 200 MB", png(64, 48, 8, 2, zeros(48 * 193L), "iCCP", inflating));
        return bombs;
    }

    static byte[] png(int width, int height, int bits, int colour, byte[] data, Object... extra) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {(byte) bits, (byte) colour, 0, 0, 0})
                        .array();
        chunk(png, "IHDR", header);
        for (int i = 0; i < extra.length; i += 2) {
            byte[] inflating = (byte[]) extra[i + 1];
            chunk(
                    png,
                    (String) extra[i],
                    ByteBuffer.allocate(3 + inflating.length)
                            .put(new byte[] {'x', 0, 0})
                            .put(inflating)
                            .array());
        }
        chunk(png, "IDAT", data);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(8).putInt(data.length).put(name).array());
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] gif(int width, int height, int frames) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        size(gif, width, height);
        gif.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
        for (int i = 0; i < frames; i++) {
            gif.writeBytes(new byte[] {0x2C, 0, 0, 0, 0});
            size(gif, 1, 1);
            gif.writeBytes(new byte[] {0, 2, 2, 0x44, 1, 0});
        }
        gif.write(0x3B);
        return gif.toByteArray();
    }

    static void size(ByteArrayOutputStream gif, int width, int height) {
        gif.writeBytes(
                new byte[] {
                    (byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)
                });
    }

    static byte[] jpeg() {
        return ByteBuffer.allocate(23)
                .putInt(0xFFD8FFC0)
                .putShort((short) 17)
                .put((byte) 8)
                .putInt(-1)
                .put(new byte[] {3, 1, 17, 0, 2, 17, 1, 3, 17, 1})
                .array();
    }

    static byte[] zeros(long count) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] in = new byte[1 << 20];
        byte[] out = new byte[1 << 16];
        for (long left = count; left > 0; left -= in.length) {
            deflater.setInput(in, 0, (int) Math.min(in.length, left));
            while (!deflater.needsInput()) {
                packed.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
