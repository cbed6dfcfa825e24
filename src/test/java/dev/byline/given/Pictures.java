package dev.byline.given;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Uploads pictures through the newsroom API, as a picture desk would. */
public final class Pictures {

    private static final AtomicInteger DRAWN = new AtomicInteger();

    private final Map<String, Object> metadata = new HashMap<>();

    private Pictures() {}

    /** A picture that may be published: with alternative text, a creator and a licence. */
    public static Pictures picture(String alt) {
        return new Pictures()
                .with("alt", alt)
                .with(
                        "attribution",
                        Map.of(
                                "creators",
                                List.of(Map.of("name", "Ilse Tamboer")),
                                "source",
                                "Sound Agency",
                                "copyrightNotice",
                                "© 2026 Ilse Tamboer"));
    }

    public Pictures with(String member, Object value) {
        metadata.put(member, value);
        return this;
    }

    public Pictures without(String member) {
        metadata.remove(member);
        return this;
    }

    /** Uploads a picture unlike any before, and gives its id. */
    public String uploaded() {
        return ApiTest.newsroom()
                .multiPart("file", "picture.png", drawn(), "image/png")
                .multiPart("metadata", metadata, "application/json")
                .post("/v1/newsroom/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] drawn() {
        BufferedImage image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, 32, 24);
        pen.dispose();
        image.setRGB(0, 0, DRAWN.incrementAndGet());
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
