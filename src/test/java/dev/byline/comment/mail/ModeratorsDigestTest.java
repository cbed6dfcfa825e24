package dev.byline.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.AllOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("The digest of held comments")
class ModeratorsDigestTest extends MailTest {

    private static final String LINKS = " https://a.example https://b.example https://c.example";

    @Test
    @DisplayName("tells moderators of what is new, once, and of nothing that was dealt with")
    void once() throws Exception {
        held(input("First" + LINKS));
        held(from("joe@example.org", "Second, quite another" + LINKS + "\r\n.\r\nQUIT"));
        Posted third = held(input("Third" + LINKS));
        say("A visible one");
        moderate(third.id(), "approve", Map.of()).then().statusCode(200);

        postman.deliver();
        postman.deliver();

        MimeMessage mail = only();
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(MailServer.MODERATOR);
        assertThat(mail.getSubject()).isEqualTo("2 comments wait for a moderator");
        assertThat(MailServer.text(mail))
                .contains("Harbour gates closed", "links", "> First", "> Second", "> QUIT")
                .doesNotContain("Third", "visible one", EMAIL, "joe@");
    }

    @Test
    @DisplayName("waits for its time after one was sent, and comes again after a failure")
    void again() throws Exception {
        held(input("First" + LINKS));
        MailServer.off();
        try {
            postman.deliver();
        } finally {
            MailServer.on();
        }
        assertThat(stored("select count(*) from comment_waiting")).isEqualTo("1");
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();
        sql("update comment_digest set due_at = now()");
        postman.deliver();
        assertThat(MailServer.text(only())).contains("> First");
        MailServer.empty();

        held(input("Second" + LINKS));
        postman.deliver();
        assertThat(MailServer.received()).isEmpty();
        sql("update comment_digest set due_at = now()");
        postman.deliver();
        assertThat(MailServer.text(only())).contains("> Second").doesNotContain("> First");
    }
}
