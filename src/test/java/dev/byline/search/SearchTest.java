package dev.byline.search;

import static dev.byline.given.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.given.ApiTest;
import dev.byline.given.Articles;
import dev.byline.given.Articles.Saved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("GET /v1/search")
class SearchTest extends ApiTest {

    @BeforeEach
    void labels() {
        label("sections", "News");
        label("tags", "Flood defence");
        label("authors", "Jonas Brandvik");
    }

    @Nested
    @DisplayName("finds")
    class Finding {

        @Test
        @DisplayName("headline before standfirst before tags before body")
        void weights() {
            text("A", "The valve was stuck").published();
            article("B").with("tags", List.of(tag("Valve"))).published();
            article("C").with("standfirst", "About a valve").published();
            article("The valve").published();
            article("Nothing of it").published();

            search("valve").body("items.headline", contains("The valve", "C", "B", "A"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "en | The gates were closing before storms | gate storm | harbour",
                    "de | Die Häuser an der Straße stehen leer | haus strasse | kirche",
                    "fr | Les élections régionales ont été reportées | election regionale | train",
                    "es | Los pescadores firmaron acuerdos históricos | pescador acuerdo | tren",
                    "it | Le elezioni comunali sono state rinviate | elezione comunale | treno",
                    "pt | Os pescadores assinaram acordos históricos | pescador acordo | trem",
                    "ru | Соседи спасали соседей на рынке | сосед рынка | поезд",
                    "ar | المكتبات في المدينة | مكتبة مدينة | قطار",
                    "zh | 城市新聞報道洪水 | 洪水 | 火車",
                    "ja | 高潮で港の門が閉まった | 高潮 | 電車",
                    "ko | 도시의 항구가 폐쇄되었다 | 항구 | 기차",
                    "nl | De havenpoorten sluiten | havenpoorten | trein"
                })
        @DisplayName("words in the article's language, accents folded")
        void languages(String language, String body, String found, String other) {
            text("0", body).with("language", language).published();

            search(found).body("items", hasSize(1));
            search(other).body("items", empty());
        }

        @Test
        @DisplayName("with quotes, minus and or, as in web searches")
        void syntax() {
            text("1", "The harbour gate").published();
            text("2", "The gate of the harbour").published();
            text("3", "A river").published();

            search("\"harbour gate\"").body("items.headline", contains("1"));
            search("gate -\"harbour gate\"").body("items.headline", contains("2"));
            search("river or \"harbour gate\"")
                    .body("items.headline", containsInAnyOrder("1", "3"));
        }

        @Test
        @DisplayName("the beginning of the last word with prefix=true")
        void prefix() {
            text("1", "The theatre opens").published();
            text("2", "Insurance for households").published();

            search("the", "prefix", "true").body("items.headline", contains("1"));
            search("insurance hou", "prefix", "true").body("items.headline", contains("2"));
            search("insurance hou").body("items", empty());
            search("households", "prefix", "true").body("items.headline", contains("2"));
        }

        @Test
        @DisplayName("by the present name of an author or a tag, at once after a rename")
        void renamed() {
            article("1")
                    .with("tags", List.of("flood-defence"))
                    .with("authors", List.of(Map.of("author", "jonas-brandvik")))
                    .published();
            search("brandvik flood").body("items", hasSize(1));

            String id = reader().get("/v1/authors/jonas-brandvik").path("id");
            newsroom(Map.of("name", "Jonas Achterberg"))
                    .header("If-Match", "*")
                    .patch("/v1/newsroom/authors/{id}", id)
                    .then()
                    .statusCode(200);

            search("achterberg").body("items", hasSize(1));
            search("brandvik").body("items", empty());
        }

        @Test
        @DisplayName("only what is visible, and only the published text")
        void visible() throws Exception {
            Saved seen = text("Seen", "xylophone").published();
            text("Draft", "xylophone").draft();
            Saved hidden = text("Hidden", "xylophone").published();
            sql(
                    "update article set embargo_until = now() + interval '1 h' where id = '%s'"
                            .formatted(hidden.id()));
            seen.change(Map.of("standfirst", "A marimba comes"));

            search("xylophone")
                    .body("items.headline", contains("Seen"))
                    .body("facets.sections.count", contains(1))
                    .body("page.next", nullValue());
            search("marimba").body("items", empty());
        }
    }

    @Nested
    @DisplayName("shows")
    class Showing {

        @Test
        @DisplayName("where each hit matches, escaped but for <mark>")
        void highlights() {
            article("Gates & <b>locks</b>")
                    .with(
                            "body",
                            List.of(
                                    Map.of(
                                            "type",
                                            "paragraph",
                                            "html",
                                            "One gate &lt;script&gt;alert(1)&lt;/script&gt;")))
                    .published();

            search("gate")
                    .body(
                            "items[0].highlights.headline",
                            equalTo("<mark>Gates</mark> &amp; &lt;b&gt;locks&lt;/b&gt;"))
                    .body("items[0].highlights.standfirst", nullValue())
                    .body(
                            "items[0].highlights.body",
                            contains(
                                    "One <mark>gate</mark> &lt;script&gt;alert(1)&lt;/script&gt;"));
            search("amp").body("items", empty());
        }

        @Test
        @DisplayName("facets of all hits, within the filters")
        void facets() {
            String river = tag("River");
            text("1", "flooded").with("tags", List.of(river)).published();
            text("2", "flooded")
                    .with("tags", List.of(river, "flood-defence"))
                    .with("type", "opinion")
                    .published();
            text("3", "dry").with("tags", List.of(river)).published();

            search("flooded", "limit", "1")
                    .body("items", hasSize(1))
                    .body("facets.tags.slug", contains("river", "flood-defence"))
                    .body("facets.tags.count", contains(2, 1))
                    .body("facets.sections.slug", contains("news"))
                    .body("facets.authors", empty())
                    .body("facets.types.type", containsInAnyOrder("story", "opinion"));
            search("flooded", "type", "opinion").body("facets.tags.count", contains(1, 1));
        }

        @ParameterizedTest
        @CsvSource({
            "harbor gate,harbour gates",
            "Brandvick,brandvik",
            "xqzzy,",
            "Hafengbühr,hafengebühr"
        })
        @DisplayName("a better spelling when nothing matches")
        void didYouMean(String typed, String suggested) {
            article("Harbour gates closed")
                    .with("authors", List.of(Map.of("author", "jonas-brandvik")))
                    .published();
            article("Hafengebühren steigen, Hafengebühr sinkt").with("language", "de").published();
            article("Harbor of drafts").draft();

            search(typed).body("items", empty()).body("didYouMean", equalTo(suggested));
        }

        @ParameterizedTest
        @CsvSource({
            "ru,Выборы в Новгороде отложены,выбори нофгороде,выборы новгороде",
            "uk,Київська рада обрала голову,київсьва рада,київська рада",
            "el,Η κυβέρνηση παραιτήθηκε σήμερα,κυβέρνησι,κυβέρνηση",
            "ar,المحكمة تؤجل الانتخابات,المحكة,المحكمة",
            "he,הממשלה אישרה את התקציב,הממשלא,הממשלה",
            "hy,Կառավարությունը հրաժարական տվեց,Կառավարութունը,կառավարությունը"
        })
        @DisplayName("a better spelling in scripts other than Latin")
        void didYouMeanElsewhere(String language, String headline, String typed, String suggested) {
            article(headline).with("language", language).published();
            article("Something else").published();

            search(typed).body("items", empty()).body("didYouMean", equalTo(suggested));
        }

        @Test
        @DisplayName("no better spelling where words have no blanks between, nor by what is hidden")
        void noSuggestion() {
            article("選挙結果が発表").with("language", "ja").published();
            article("Выборы отложены").with("language", "ru").draft();

            search("選挙結杲が発表").body("items", empty()).body("didYouMean", nullValue());
            search("выбори").body("items", empty()).body("didYouMean", nullValue());
        }

        @Test
        @DisplayName("pages with cursors, by relevance and by time")
        void pages() {
            for (int i = 0; i < 5; i++) {
                text("Number " + i, "gate ".repeat(i + 1)).published();
            }
            for (String sort : List.of("relevance", "newest")) {
                List<String> whole = search("gate", "sort", sort).extract().path("items.headline");
                String next =
                        search("gate", "sort", sort, "limit", "2").extract().path("page.next");
                List<String> second =
                        search("gate", "sort", sort, "limit", "2", "cursor", next)
                                .extract()
                                .path("items.headline");
                assertThat(whole).hasSize(5);
                assertThat(second).isEqualTo(whole.subList(2, 4));
            }
        }

        @Test
        @DisplayName("the members asked for alone")
        void fields() {
            text("1", "gate").published();
            search("gate", "fields", "headline,highlights")
                    .body("items[0].keySet()", containsInAnyOrder("id", "headline", "highlights"))
                    .body("facets", not(nullValue()));
        }
    }

    @Nested
    @DisplayName("stands")
    class Standing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a & !",
                    "'''",
                    ":*",
                    "\\",
                    "\\\\'",
                    "|",
                    "-",
                    "\"",
                    "(((",
                    "<->",
                    "a:*b",
                    "*",
                    "xlen",
                    "xlen or xlde",
                    "or",
                    "and",
                    "the",
                    "!!",
                    "''; drop table article; --",
                    "%",
                    "_",
                    "\uE000",
                    "a\u200Fb",
                    "=HYPERLINK(1)",
                    "😀",
                    "-gate",
                    "\"\"",
                    "1 or 1"
                })
        @DisplayName("whatever is typed")
        void anything(String q) {
            text("1", "gate").published();
            search(q);
            reader().queryParam("q", q).get("/v1/articles").then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"q=", "q=%20", "limit=5", "q=a&prefix=1", "q=a&sort=oldest", "q=a&x=1"})
        @DisplayName("firm against what it doesn't know")
        void refused(String query) {
            reader().urlEncodingEnabled(false).get("/v1/search?" + query).then().statusCode(400);
        }

        @Test
        @DisplayName("within five statements, however many hits")
        void bounded() {
            for (int i = 0; i < 6; i++) {
                text("Number " + i, "gate").with("tags", List.of("flood-defence")).published();
            }
            search("gate");
            assertThat(statements(() -> search("gate"))).isLessThanOrEqualTo(5);
        }
    }

    private static Articles text(String headline, String words) {
        return article(headline).with("body", List.of(Map.of("type", "paragraph", "html", words)));
    }

    private static String tag(String name) {
        return label("tags", name);
    }

    private static ValidatableResponse search(String q, String... parameters) {
        var request = reader().queryParam("q", q);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/search").then().statusCode(200);
    }
}
