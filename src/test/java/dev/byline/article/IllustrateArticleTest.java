package dev.byline.article;

import static dev.byline.given.Articles.article;
import static dev.byline.given.Photo.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles.Saved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An article with pictures")
class IllustrateArticleTest extends ApiTest {

    @Inject EntityManager em;

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    private Object kept(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                em.createNativeQuery(
                                                "select e.credit_override from article a join edition e on e.id = a.live_id where a.slug = :slug",
                                                String.class)
                                        .setParameter("slug", slug)
                                        .getSingleResult());
    }

    private static Map<String, Object> image(String id) {
        return Map.of("type", "image", "media", id);
    }

    @Test
    @DisplayName("shows its lead media whole, in lists and by itself")
    void lead() {
        String id = picture("A gate").with("caption", "The item's own").uploaded();
        article("Led")
                .with("leadMedia", Map.of("media", id, "caption", "Here", "alt", "A gate, here"))
                .published();
        read("/v1/articles/led")
                .then()
                .body("leadMedia.media.id", equalTo(id))
                .body("leadMedia.media.kind", equalTo("image"))
                .body("leadMedia.media.alt", equalTo("A gate"))
                .body(
                        "leadMedia.media.attribution.creditLine",
                        equalTo("Ilse Tamboer/Sound Agency"))
                .body("leadMedia.media.renditions.size()", not(0))
                .body("leadMedia.caption", equalTo("Here"))
                .body("leadMedia.alt", equalTo("A gate, here"));
        read("/v1/articles")
                .then()
                .body("items[0].leadMedia.media.id", equalTo(id))
                .body("items[0].leadMedia.media.attribution.source", equalTo("Sound Agency"))
                .body("items[0].leadMedia.caption", equalTo("Here"));
    }

    @Test
    @DisplayName("shows the pictures of its body whole, with what was written for their place")
    void body() {
        String one = picture("One").uploaded();
        String two = picture("Two").uploaded();
        article("Illustrated")
                .with(
                        "body",
                        List.of(
                                Map.of("type", "paragraph", "html", "Text \"media\":\"x\"."),
                                Map.of("type", "image", "media", one, "caption", "Noon"),
                                Map.of(
                                        "type",
                                        "gallery",
                                        "items",
                                        List.of(image(two), Map.of("media", one, "alt", "Again")))))
                .published();
        read("/v1/articles/illustrated")
                .then()
                .body("body.type", contains("paragraph", "image", "gallery"))
                .body("body[0].html", equalTo("Text \"media\":\"x\"."))
                .body("body[1].media.id", equalTo(one))
                .body("body[1].media.attribution.creators[0].name", equalTo("Ilse Tamboer"))
                .body("body[1].caption", equalTo("Noon"))
                .body("body[2].items.media.id", contains(two, one))
                .body("body[2].items[1].alt", equalTo("Again"))
                .body("leadMedia", nullValue());
    }

    @Test
    @DisplayName("gives its input back as it was typed, and a PUT of that changes nothing")
    void input() {
        String id = picture("A gate").uploaded();
        Saved saved =
                article("Typed")
                        .with("leadMedia", Map.of("media", id))
                        .with("body", List.of(image(id)))
                        .draft();
        Map<String, Object> input =
                newsroom()
                        .get("/v1/newsroom/articles/{id}", saved.id())
                        .then()
                        .body("input.leadMedia.media", equalTo(id))
                        .body("input.body[0].media", equalTo(id))
                        .body("body[0].media.id", equalTo(id))
                        .extract()
                        .path("input");
        String etag =
                newsroom(input)
                        .header("If-Match", saved.etag())
                        .put("/v1/newsroom/articles/{id}", saved.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag");
        assertThat(etag).isEqualTo(saved.etag());
    }

    @Test
    @DisplayName(
            "that names unknown media, or some of the wrong kind, is refused with every pointer")
    void unknown() {
        String id = picture("A gate").uploaded();
        newsroom(
                        article("Unknown")
                                .with("leadMedia", Map.of("media", UUID.randomUUID().toString()))
                                .with(
                                        "body",
                                        List.of(
                                                image("no-id"),
                                                Map.of("type", "media", "media", id),
                                                Map.of(
                                                        "type",
                                                        "gallery",
                                                        "items",
                                                        List.of(
                                                                image(id),
                                                                image(
                                                                        UUID.randomUUID()
                                                                                .toString())))))
                                .input())
                .post("/v1/newsroom/articles")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/leadMedia/media",
                                "/body/0/media",
                                "/body/1/media",
                                "/body/2/items/1/media"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "unknown-reference",
                                "unknown-reference",
                                "wrong-type",
                                "unknown-reference"));
    }

    @Test
    @DisplayName("can't write an attribution of its own")
    void attribution() {
        String id = picture("A gate").uploaded();
        newsroom(
                        article("Own credit")
                                .with(
                                        "leadMedia",
                                        Map.of("media", id, "attribution", Map.of("source", "Me")))
                                .input())
                .post("/v1/newsroom/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/leadMedia/attribution"));
    }

    @Test
    @DisplayName("may be published with lead media and no body")
    void noBody() {
        article("Picture only")
                .without("body")
                .with("leadMedia", Map.of("media", picture("A gate").uploaded()))
                .published();
        read("/v1/articles/picture-only").then().statusCode(200).body("body", hasSize(0));
    }

    @Test
    @DisplayName("is not published before each picture has alternative text, a credit and terms")
    void enforced() {
        String bare = picture("x").without("alt").without("attribution").uploaded();
        String unlicensed =
                picture("Seen")
                        .with("attribution", Map.of("creators", List.of(Map.of("name", "Per"))))
                        .uploaded();
        Saved saved =
                article("Bare")
                        .with("leadMedia", Map.of("media", unlicensed))
                        .with(
                                "body",
                                List.of(
                                        image(bare),
                                        Map.of("type", "image", "media", bare, "alt", "Here")))
                        .draft();
        newsroom(Map.of())
                .header("If-Match", saved.etag())
                .post("/v1/newsroom/articles/{id}/publish", saved.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("not-publishable"))
                .body(
                        "errors.findAll { it.pointer == '/leadMedia/media' }.code",
                        contains("missing-rights"))
                .body(
                        "errors.findAll { it.pointer == '/body/0/media' }.code",
                        containsInAnyOrder("missing-alt", "missing-credit", "missing-rights"))
                .body(
                        "errors.findAll { it.pointer == '/body/1/media' }.code",
                        containsInAnyOrder("missing-credit", "missing-rights"));
        read("/v1/articles/bare").then().statusCode(404);
    }

    @Test
    @DisplayName("may be published without credit for a reason, which is kept")
    void override() {
        String bare = picture("x").without("attribution").uploaded();
        Saved saved = article("Anyway").with("leadMedia", Map.of("media", bare)).draft();
        newsroom(Map.of("override", "  "))
                .header("If-Match", saved.etag())
                .post("/v1/newsroom/articles/{id}/publish", saved.id())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/override"));
        saved.publish(Map.of("override", "Public interest, agency informed"));
        read("/v1/articles/anyway").then().statusCode(200);
        assertThat(kept("anyway")).isEqualTo("Public interest, agency informed");
        article("Complete")
                .with("leadMedia", Map.of("media", picture("A gate").uploaded()))
                .draft()
                .publish(Map.of("override", "Not needed"));
        assertThat(kept("complete")).isNull();
    }

    @Test
    @DisplayName("shows a changed credit at once")
    void changedCredit() {
        String id = picture("A gate").uploaded();
        article("Credited").with("leadMedia", Map.of("media", id)).published();
        String etag = read("/v1/articles/credited").header("ETag");
        newsroom(Map.of("attribution", Map.of("creators", List.of(Map.of("name", "Per Åström")))))
                .header("If-Match", newsroom().get("/v1/newsroom/media/{id}", id).header("ETag"))
                .patch("/v1/newsroom/media/{id}", id)
                .then()
                .statusCode(200);
        assertThat(read("/v1/articles/credited").header("ETag")).isNotEqualTo(etag);
        read("/v1/articles/credited")
                .then()
                .body("leadMedia.media.attribution.creditLine", equalTo("Per Åström/Sound Agency"));
    }

    @Test
    @DisplayName("names a picture whose rights have lapsed, and shows none of its files")
    void lapsed() {
        String id =
                picture("A gate")
                        .with("rights", Map.of("validUntil", "2026-01-01T00:00:00Z"))
                        .uploaded();
        article("Lapsed")
                .with("leadMedia", Map.of("media", id))
                .with("body", List.of(image(id)))
                .published();
        read("/v1/articles/lapsed")
                .then()
                .body("leadMedia.media.withheld", equalTo("rights-expired"))
                .body("leadMedia.media.renditions", hasSize(0))
                .body("body[0].media.withheld", equalTo("rights-expired"))
                .body("body[0].media.renditions", hasSize(0))
                .body("body[0].media.attribution.creditLine", notNullValue());
        read("/v1/articles").then().body("items[0].leadMedia.media.renditions", hasSize(0));
    }

    @Test
    @DisplayName("whose picture's rights are about to lapse is not cached beyond that moment")
    void fresh() {
        String until = Instant.now().plusSeconds(4).toString();
        String id = picture("A gate").with("rights", Map.of("validUntil", until)).uploaded();
        article("Fresh").with("leadMedia", Map.of("media", id)).published();
        for (String path : List.of("/v1/articles/fresh", "/v1/articles")) {
            String control = read(path).header("Cache-Control");
            assertThat(control).matches("public, max-age=[0-4]");
        }
    }

    @Test
    @DisplayName("costs one statement for its media, however many there are")
    void statements() {
        List<Map<String, Object>> body = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            body.add(image(picture("Picture " + i).uploaded()));
        }
        article("Twelve")
                .with("leadMedia", Map.of("media", body.get(0).get("media")))
                .with("body", body)
                .published();
        article("None").published();
        assertThat(
                        statements(
                                () ->
                                        read("/v1/articles/twelve")
                                                .then()
                                                .body("body.media.id", hasSize(12))))
                .isLessThanOrEqualTo(4);
        assertThat(statements(() -> read("/v1/articles/none").then().statusCode(200)))
                .isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("costs a list of twenty one statement more")
    void listStatements() {
        for (int i = 0; i < 20; i++) {
            article("Listed " + i)
                    .with("leadMedia", Map.of("media", picture("Picture " + i).uploaded()))
                    .published();
        }
        assertThat(
                        statements(
                                () ->
                                        read("/v1/articles")
                                                .then()
                                                .body("items", hasSize(20))
                                                .body(
                                                        "items.leadMedia.media.id",
                                                        not(hasItem((Object) null)))))
                .isEqualTo(3);
    }
}
