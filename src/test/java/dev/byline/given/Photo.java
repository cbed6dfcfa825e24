package dev.byline.given;

import static dev.byline.given.Pictures.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads pictures through the newsroom API, as a picture desk would. */
public final class Photo {

    private static final AtomicInteger DRAWN = new AtomicInteger();

    private final Map<String, Object> metadata = new HashMap<>();

    private Photo() {}

    /** A picture that may be published: with alternative text, a creator and a licence. */
    public static Photo picture(String alt) {
        return new Photo()
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

    public Photo with(String member, Object value) {
        metadata.put(member, value);
        return this;
    }

    public Photo without(String member) {
        metadata.remove(member);
        return this;
    }

    /** Uploads a picture unlike any before, and gives its id. */
    public String uploaded() {
        return Replies.text(
                ApiTest.newsroom()
                        .multiPart(
                                "file",
                                "picture.png",
                                Pictures.png(32, 24, DRAWN.incrementAndGet()),
                                "image/png")
                        .multiPart(json("metadata", metadata))
                        .post("/v1/newsroom/media")
                        .then()
                        .statusCode(201)
                        .extract(),
                "id");
    }
}
