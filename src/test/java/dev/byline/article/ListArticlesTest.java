package dev.byline.article;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/articles")
class ListArticlesTest extends ApiTest {

    @BeforeEach
    void section() {
        label("sections", "News");
    }

    @Test
    @DisplayName("lists visible articles, newest first, and nothing else")
    void newestFirst() {
        article("Old").publishedAt("2026-01-01T08:00:00Z");
        article("New").publishedAt("2026-02-01T08:00:00Z");
        article("Draft").draft();
        article("Gone").published().unpublish();

        Response list = read("/v1/articles?total=true");

        list.then()
                .statusCode(200)
                .body("items.headline", contains("New", "Old"))
                .body("page.total", equalTo(2))
                .body("page.limit", equalTo(20))
                .body("page.next", nullValue())
                .body("page.prev", nullValue());
    }

    @Test
    @DisplayName(
            "?limit pages through all articles once, forwards and backwards, even while new ones arrive")
    void pages() {
        for (int i = 10; i < 17; i++) {
            article("A" + i).publishedAt("2026-01-01T08:00:" + i + "Z");
        }
        // Three at the same instant: the order must still be total.
        for (int i = 0; i < 3; i++) {
            article("Same" + i).publishedAt("2026-01-01T07:00:00Z");
        }
        List<String> forward = new ArrayList<>();
        List<List<String>> pages = new ArrayList<>();
        String cursor = null;
        String last = null;
        do {
            Response page =
                    reader().queryParams(
                                    cursor == null
                                            ? Map.of("limit", 3)
                                            : Map.of("limit", 3, "cursor", cursor))
                            .get("/v1/articles");
            pages.add(page.jsonPath().getList("items.headline"));
            forward.addAll(page.jsonPath().getList("items.headline"));
            last = page.path("page.prev");
            cursor = page.path("page.next");
            article("Late" + pages.size()).published();
        } while (cursor != null);
        assertThat(forward)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .startsWith("A16", "A15")
                .noneMatch(h -> h.startsWith("Late"));

        Response back = reader().queryParams("limit", 3, "cursor", last).get("/v1/articles");

        assertThat(back.jsonPath().<String>getList("items.headline"))
                .isEqualTo(pages.get(pages.size() - 2));
    }

    @Test
    @DisplayName("says next and prev in Link as well, without Host, with the other parameters")
    void links() {
        article("One").published();
        article("Two").published();

        Response first =
                reader().header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .get("/v1/articles?limit=1&sort=oldest");

        String link = first.header("Link");
        assertThat(link)
                .startsWith("</v1/articles?cursor=")
                .endsWith("&limit=1&sort=oldest>; rel=\"next\"");
        String next = link.substring(1, link.indexOf('>'));
        Response second = reader().urlEncodingEnabled(false).get(next);
        second.then().body("items.headline", contains("Two")).body("page.next", nullValue());
        assertThat(second.header("Link")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    // Queries, and how many of the articles below they find.
    private static final String FILTERS =
            """
            section=news 3
            section=world 1
            section=europe 1
            section=world,news 4
            tag=flood 2
            tag=flood,dam 2
            tag=flood&section=world 1
            author=ann-lee 1
            type=opinion 1
            type=opinion,story 4
            language=en 3
            language=EN-gb 1
            language=de 1
            from=2026-01-02T00:00:00Z 3
            to=2026-01-02T00:00:00Z 1
            from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z 1
            q=alpha 1
            q=alpha -alpha 0
            q=nowhere 0
            section=unknown 0
            tag=unknown 0
            author=ann-lee&tag=unknown 0
            section=UPPER%20case 0
            """;

    @Test
    @DisplayName("filters; an unknown value matches nothing")
    void filters() {
        label("sections", "World");
        newsroom(Map.of("name", "Europe", "parent", "world"))
                .post("/v1/newsroom/sections")
                .then()
                .statusCode(201);
        label("tags", "Flood");
        label("tags", "Dam");
        label("authors", "Ann Lee");
        article("Alpha").with("tags", List.of("flood", "dam")).publishedAt("2026-01-01T08:00:00Z");
        article("Beta")
                .with("type", "opinion")
                .with("language", "en-GB")
                .publishedAt("2026-01-02T08:00:00Z");
        article("Gamma")
                .with("section", "europe")
                .with("tags", List.of("flood"))
                .publishedAt("2026-01-03T08:00:00Z");
        article("Delta")
                .with("language", "de")
                .with("authors", List.of(Map.of("author", "ann-lee", "role", "reporter")))
                .publishedAt("2026-01-04T08:00:00Z");

        for (String line : FILTERS.lines().toList()) {
            int space = line.lastIndexOf(' ');
            String query = line.substring(0, space).replace(" ", "%20");
            int expected = Integer.parseInt(line.substring(space + 1));
            for (String sort : List.of("newest", "oldest", "updated")) {
                Response reply =
                        reader().urlEncodingEnabled(false)
                                .get("/v1/articles?total=true&sort=" + sort + "&" + query);
                assertThat(reply.statusCode()).as(query).isEqualTo(200);
                assertThat(reply.<List<Object>>path("items")).as(query).hasSize(expected);
                assertThat(reply.<Integer>path("page.total")).as(query).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("?sort=relevance ranks a headline above the body")
    void relevance() {
        article("Ferry timetable")
                .with("body", List.of(Map.of("type", "paragraph", "html", "nothing")))
                .published();
        article("Nothing")
                .with("body", List.of(Map.of("type", "paragraph", "html", "the ferry")))
                .published();
        article("Other").published();

        read("/v1/articles?q=ferries&sort=relevance&limit=1")
                .then()
                .body("items.headline", contains("Ferry timetable"));
        String cursor = read("/v1/articles?q=ferries&sort=relevance&limit=1").path("page.next");
        reader().queryParams("q", "ferries", "sort", "relevance", "limit", 1, "cursor", cursor)
                .get("/v1/articles")
                .then()
                .body("items.headline", contains("Nothing"))
                .body("page.next", nullValue());
    }

    @Test
    @DisplayName("?sort=updated follows material updates, not minor ones")
    void updated() {
        var old = article("Old").publishedAt("2026-01-01T08:00:00Z");
        article("New").publishedAt("2026-02-01T08:00:00Z");
        var minor = old.change(Map.of("kicker", "Typo")).publish(Map.of());
        read("/v1/articles?sort=updated").then().body("items.headline", contains("New", "Old"));

        minor.change(Map.of("kicker", "News")).publish(Map.of("update", "material"));

        read("/v1/articles?sort=updated").then().body("items.headline", contains("Old", "New"));
        read("/v1/articles").then().body("items.headline", contains("New", "Old"));
    }

    @Test
    @DisplayName("?ids replies in the given order, without the hidden and unknown")
    void ids() {
        String a = article("A").published().id();
        String b = article("B").published().id();
        String draft = article("Draft").draft().id();

        read("/v1/articles?ids="
                        + String.join(",", b, draft, a, "00000000-0000-7000-8000-000000000000"))
                .then()
                .statusCode(200)
                .body("items.headline", contains("B", "A"));
        read("/v1/articles?sort=oldest&limit=5&ids=" + a)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("sort", "limit"));
    }

    @Test
    @DisplayName("?fields trims each item; the ETag is another one; If-None-Match answers 304")
    void fields() {
        article("A").published();
        Response all = read("/v1/articles");

        Response trimmed = read("/v1/articles?fields=headline,labels");

        trimmed.then()
                .statusCode(200)
                .body("items[0].keySet()", hasSize(3))
                .body("items[0].labels", empty());
        assertThat(trimmed.header("ETag")).isNotEqualTo(all.header("ETag"));
        assertThat(trimmed.header("Cache-Control")).startsWith("public, max-age=");
        Response again =
                reader().header("If-None-Match", "\"x\", W/" + trimmed.header("ETag"))
                        .get("/v1/articles?fields=headline,labels");
        again.then().statusCode(304).header("ETag", trimmed.header("ETag"));
        assertThat(again.asString()).isEmpty();
        Response head = reader().head("/v1/articles?fields=headline,labels");
        head.then().statusCode(200).header("ETag", trimmed.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=1e9",
                "limit=abc",
                "limit=01",
                "limit=+1",
                "limit=1.0",
                "limit=99999999999999999999",
                "limit=",
                "sort=headline",
                "sort=relevance",
                "total=yes",
                "cursor=abc",
                "cursor=",
                "fields=*",
                "fields=",
                "fields=createdBy",
                "type=novel",
                "type=story,",
                "tag=",
                "from=yesterday",
                "from=2026-13-01T00:00:00Z",
                "to=99999-01-01T00:00:00Z",
                "ids=1",
                "ids=1-1-1-1-1",
                "q=",
                "q=%20",
                "language=e%27n",
                "unknown=1",
                "where[x]=1",
                "filter[slug][]=a",
                "__proto__=1",
                "populate=*",
                "limit=1&limit=2",
                "q=%00",
                "q=%FF",
                "tag=a%0Ab",
                "Limit=3"
            })
    @DisplayName("refuses what it does not know, naming the parameter")
    void refuses(String query) {
        article("A").published();
        Response reply = reader().urlEncodingEnabled(false).get("/v1/articles?" + query);

        String name = query.substring(0, query.indexOf('='));
        reply.then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.parameter", hasItem(name));
    }

    @Test
    @DisplayName("reports all wrong parameters at once")
    void allAtOnce() {
        read("/v1/articles?limit=0&sort=up&from=x&type=novel")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasSize(4))
                .body("detail", containsString("and 3 more"));
    }

    @Test
    @DisplayName("refuses a cursor with any bit flipped, or of another list")
    void cursors() {
        article("A").published();
        article("B").published();
        String cursor = read("/v1/articles?limit=1").path("page.next");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String forged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            reader().queryParam("cursor", forged).get("/v1/articles").then().statusCode(400);
        }
        reader().queryParams("cursor", cursor, "sort", "oldest")
                .get("/v1/articles")
                .then()
                .statusCode(400);
        reader().queryParams("cursor", cursor, "tag", "x")
                .get("/v1/articles")
                .then()
                .statusCode(400);
        reader().queryParams("cursor", "A".repeat(6000)).get("/v1/articles").then().statusCode(400);
        reader().queryParams("cursor", cursor, "limit", 50)
                .get("/v1/articles")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "a & !",
                "'''",
                ":*",
                "\\",
                "(((",
                "\"a",
                "a or or b",
                "-",
                "<->",
                "%",
                "' or 1=1 --",
                "$$"
            })
    @DisplayName("takes any text as a query, cheaply, and as nothing but text")
    void queryText(String q) {
        article("A").published();
        reader().queryParam("q", q)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .body("items", empty());
        reader().queryParam("tag", q)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    @DisplayName(
            "costs at most four statements for twenty articles, whatever the number of tags and authors")
    void statements() {
        List<String> tags = new ArrayList<>();
        List<Map<String, String>> authors = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tags.add(label("tags", "Tag " + i));
            authors.add(Map.of("author", label("authors", "Author " + i)));
        }
        for (int i = 0; i < 25; i++) {
            article("A" + i).with("tags", tags).with("authors", authors).published();
        }
        String cursor = read("/v1/articles?tag=tag-1&section=news&limit=2").path("page.next");

        assertThat(statements(() -> read("/v1/articles").then().body("items", hasSize(20))))
                .isEqualTo(2);
        assertThat(
                        statements(
                                () ->
                                        reader().queryParams(
                                                        "tag", "tag-1", "section", "news", "limit",
                                                        20, "cursor", cursor, "total", true)
                                                .get("/v1/articles")
                                                .then()
                                                .statusCode(200)
                                                .body("items", hasSize(20))))
                .isLessThanOrEqualTo(4);
    }
}
