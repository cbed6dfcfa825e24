package dev.byline.comment.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.comment.CommentTest;
import dev.byline.given.Articles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A comment that a rule objects to is not shown, and moderators see why:")
class RulesTest extends CommentTest {

    private static final String LONG =
            "I made nine thousand dollars last month working from home with this one simple method,"
                    + " and so can you if you follow my page today";

    @Test
    @DisplayName("the filled trap")
    void trap() {
        Map<String, Object> input = input("Hello");
        input.put("url2", "https://spam.example");
        is(held(input), "spam", "trap");
    }

    @Test
    @DisplayName("a form token that is forged, another article's, or too fast")
    void formToken() {
        Map<String, Object> forged = input("Hello");
        forged.put("formToken", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        is(held(forged), "held", "form-token");

        Map<String, Object> fast = input("Hello");
        fast.put("formToken", read(comments() + "/form").path("token"));
        is(held(fast), "held", "form-token");

        Articles.Saved other = Articles.article("Other").published();
        Map<String, Object> foreign = input("Hello");
        foreign.put(
                "formToken", read("/v1/articles/" + other.id() + "/comments/form").path("token"));
        settings(Map.of("minFillSeconds", 0));
        is(held(foreign), "held", "form-token");

        Map<String, Object> good = input("Hello");
        good.put("formToken", read(comments() + "/form").path("token"));
        visible(good);
    }

    @Test
    @DisplayName("no form token where one is required")
    void formTokenRequired() {
        settings(Map.of("formTokenRequired", true));

        is(held(input("Hello")), "held", "form-token");
    }

    @Test
    @DisplayName("too many links, and far too many")
    void links() {
        say("https://a.example https://b.example");
        is(held(input("https://a.example https://b.example https://c.example")), "held", "links");
        is(held(input("https://a.example ".repeat(11))), "spam", "links");
    }

    @Test
    @DisplayName("suspect and banned words, in the text or the name, in whatever dress")
    void words() {
        settings(Map.of("suspectWords", List.of("casino"), "bannedWords", List.of("cheap pills")));

        say("An occasional word");
        is(held(input("The C\u200BASÍNO")), "held", "suspect-word");
        is(held(input("buy CHEAP-pills")), "rejected", "banned-word");
        Map<String, Object> named = input("Hello");
        named.put("author", Map.of("name", "Casino King", "email", EMAIL));
        is(held(named), "held", "suspect-word");
    }

    @Test
    @DisplayName("capitals only")
    void capitals() {
        say("OK");
        is(held(input("THIS IS WHAT I HAVE TO SAY")), "held", "capitals");
    }

    @Test
    @DisplayName("the same words again, and nearly the same")
    void repeated() {
        say(LONG);
        is(held(from("other@example.org", LONG)), "held", "repeated");
        is(
                held(from("third@example.org", LONG.toUpperCase().toLowerCase() + "!")),
                "held",
                "repeated");
        say("The harbour board should have closed the gates an hour before the surge came in");
    }

    @Test
    @DisplayName("a newcomer, until enough comments were approved")
    void newcomer() {
        settings(Map.of("newcomerComments", 1));
        Posted first = held(input("My first"));
        is(first, "held", "newcomer");

        moderate(first.id(), "approve", Map.of()).then().statusCode(200);

        say("My second");
        is(held(from("new@example.org", "Me too")), "held", "newcomer");
    }

    @Test
    @DisplayName("too many of one e-mail address, and of one network")
    void velocity() {
        settings(Map.of("perEmail", 2));
        say("one");
        say("two");
        is(held(input("three")), "held", "email-velocity");
        visible(from("other@example.org", "mine"));

        settings(Map.of("perBlock", 4));
        is(held(from("third@example.org", "yours")), "held", "address-velocity");
    }

    @Test
    @DisplayName("the policy of the article")
    void policy() {
        Articles.Saved other =
                Articles.article("Careful")
                        .with("comments", Map.of("policy", "premoderated"))
                        .published();
        String id =
                reader().contentType(ContentType.JSON)
                        .body(input("Hello"))
                        .post("/v1/articles/" + other.id() + "/comments")
                        .path("id");

        assertThat(newsroom().get(QUEUE + "/" + id).<List<String>>path("findings.reason"))
                .containsExactly("policy");
    }

    @Test
    @DisplayName("words on the lists are no regular expressions, and settings refuse nonsense")
    void settingsAreJudged() {
        settings(Map.of("bannedWords", List.of(".*", "a|b")));
        say("Anything at all");

        Map<String, Object> bad = new HashMap<>();
        bad.put("maxLinks", -1);
        bad.put("suspectWords", List.of(""));
        newsroom(bad)
                .header("If-Match", newsroom().get(SETTINGS).header("ETag"))
                .put(SETTINGS)
                .then()
                .statusCode(400);
        newsroom(Map.of()).put(SETTINGS).then().statusCode(428);
        newsroom(Map.of()).header("If-Match", "\"0\"").put(SETTINGS).then().statusCode(412);
        newsroom(Map.of("maxLinks", 7))
                .header("If-Match", newsroom().get(SETTINGS).header("ETag"))
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .body("maxLinks", equalTo(7))
                .body("input.maxLinks", equalTo(7))
                .body("reportsToHold", equalTo(3));
    }

    private static void is(Posted comment, String state, String reason) {
        newsroom()
                .get(QUEUE + "/" + comment.id())
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("findings.find { it.reason == '" + reason + "' }.reason", equalTo(reason));
    }
}
