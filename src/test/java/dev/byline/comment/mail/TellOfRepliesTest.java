package dev.byline.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.byline.given.AllOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("Mail to commenters")
class TellOfRepliesTest extends MailTest {

    @Test
    @DisplayName("is offered by the form")
    void form() {
        read(comments() + "/form").then().body("fields.name", hasItem("notifyReplies"));
    }

    @Test
    @DisplayName("asks for a confirmation, which opening the link does not give")
    void confirmation() throws Exception {
        asking("Hello").then().statusCode(201);

        postman.deliver();

        MimeMessage mail = only();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(EMAIL);
        assertThat(mail.getFrom()[0].toString()).isEqualTo("The News <no-reply@news.example>");
        assertThat(mail.getSubject()).contains("Harbour gates closed");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(links(mail)).hasSize(2).contains(unsubscribe(mail));
        String link = links(mail).get(0);
        assertThat(link).doesNotContain("@", "%40", "ada");
        for (int i = 0; i < 3; i++) {
            reader().get(link)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-store")
                    .header("Content-Security-Policy", containsString("form-action 'self'"))
                    .contentType("text/html")
                    .body(containsString("<form method=\"post\">"));
            reader().head(link).then().statusCode(200);
        }
        assertThat(stored("select count(*) from comment_notice where confirmed_at is null"))
                .isEqualTo("1");

        reader().contentType("application/x-www-form-urlencoded")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("Confirmed"));
        reader().post(link).then().statusCode(200);

        assertThat(stored("select count(*) from comment_notice where confirmed_at is not null"))
                .isEqualTo("1");
        assertThat(letters()).isZero();
    }

    @Test
    @DisplayName("tells of replies by others, once, and within the hour no more")
    void replies() throws Exception {
        Posted mine = confirmed("Mine");
        answer(mine, EMAIL, "I answer myself");
        answer(mine, "joe@example.org", "I disagree.\nBcc: x@y.example");
        answer(mine, "jim@example.org", "I agree");

        postman.deliver();
        postman.deliver();

        MimeMessage mail = only();
        assertThat(MailServer.text(mail))
                .contains("> I disagree.", "> Bcc: x@y.example", "> I agree")
                .doesNotContain("I answer myself", "joe@", "jim@");
        assertThat(mail.getAllRecipients()).hasSize(1);
        MailServer.empty();
        answer(mine, "joe@example.org", "And another");
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();
        sql("update comment_letter set due_at = now()");
        postman.deliver();
        assertThat(MailServer.text(only())).contains("And another").doesNotContain("I disagree");
    }

    @Test
    @DisplayName("does not tell of what was hidden before it was sent")
    void hidden() throws Exception {
        Posted mine = confirmed("Mine");
        Map<String, Object> input = from("joe@example.org", "Nonsense");
        input.put("parentId", mine.id());
        moderate(visible(input).id(), "reject", Map.of("reason", "off-topic"));

        postman.deliver();

        assertThat(MailServer.received()).isEmpty();
        assertThat(letters()).isZero();
    }

    @Test
    @DisplayName("ends by one click of the mail program, or of the reader, and stays ended")
    void unsubscribe() throws Exception {
        Posted mine = confirmed("Mine");
        Posted other = confirmed("Another of mine");
        answer(mine, "joe@example.org", "Well");
        postman.deliver();
        String link = unsubscribe(only());
        MailServer.empty();
        reader().get(link).then().statusCode(200);
        answer(other, "joe@example.org", "Well, well");
        assertThat(letters()).isEqualTo(1);

        reader().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        reader().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200);

        answer(mine, "jim@example.org", "More");
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();
        assertThat(letters()).isZero();
    }

    @Test
    @DisplayName("is not asked about what nobody has seen: a held comment first has to be approved")
    void held() throws Exception {
        Map<String, Object> input = input("https://a.example https://b.example https://c.example");
        input.put("notifyReplies", true);
        Posted held = held(input);
        sql("delete from comment_waiting");
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();

        moderate(held.id(), "approve", Map.of()).then().statusCode(200);
        postman.deliver();

        assertThat(links(only())).hasSize(2);
    }

    @Test
    @DisplayName("asks one address three times a day, whoever types it")
    void bounded() throws Exception {
        for (int i = 0; i < 6; i++) {
            asking("Number " + i).then().statusCode(201);
        }
        postman.deliver();

        assertThat(MailServer.received()).hasSize(3);
    }

    @Test
    @DisplayName("says nothing to a commenter who did not ask")
    void unasked() throws Exception {
        answer(say("Mine"), "joe@example.org", "Well");
        postman.deliver();

        assertThat(MailServer.received()).isEmpty();
    }

    @Test
    @DisplayName("can't be confirmed after a week, with a forged link, or by the link that ends it")
    void badLinks() throws Exception {
        asking("Hello");
        postman.deliver();
        List<String> links = links(only());
        char last = links.get(0).charAt(links.get(0).length() - 1);
        String forged =
                links.get(0).substring(0, links.get(0).length() - 1) + (last == 'A' ? 'B' : 'A');

        reader().post(forged).then().statusCode(404).body("code", equalTo("not-found"));
        reader().get(forged).then().statusCode(404);
        reader().get("/v1/notices/nonsense").then().statusCode(404);
        sql("update comment_notice set asked_at = now() - interval '8 days'");
        reader().post(links.get(0)).then().statusCode(404);
        sql("update comment_notice set asked_at = now()");
        reader().post(links.get(1)).then().statusCode(200);
        reader().post(links.get(0)).then().statusCode(404);
    }

    @Test
    @DisplayName("is forgotten with its commenter, sent or not, and is in their data until then")
    void erase() throws Exception {
        Posted mine = confirmed("Mine");
        answer(mine, "joe@example.org", "Well");
        assertThat(letters()).isEqualTo(1);
        String id =
                newsroom(Map.of("email", EMAIL)).post("/v1/newsroom/commenters/find").path("id");
        newsroom()
                .get("/v1/newsroom/commenters/{id}/export", id)
                .then()
                .body("comments[0].notifyReplies", equalTo(true));

        Response erased =
                newsroom(Map.of("mode", "anonymise"))
                        .header(
                                "If-Match",
                                newsroom().get("/v1/newsroom/commenters/{id}", id).header("ETag"))
                        .post("/v1/newsroom/commenters/{id}/erase", id);

        erased.then().statusCode(200);
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();
        assertThat(letters()).isZero();
        assertThat(stored("select count(*) from comment_notice")).isEqualTo("0");
    }
}
