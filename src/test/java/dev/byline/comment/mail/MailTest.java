package dev.byline.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** What tests of mail share: a server that takes it, and a job that runs when it is called. */
abstract class MailTest extends CommentTest {

    private static final Pattern LINK =
            Pattern.compile(MailServer.BASE + "(/v1/notices/[A-Za-z0-9_-]{44})");

    @Inject Postman postman;

    @BeforeEach
    void nothingWaits() throws Exception {
        MailServer.empty();
        sql("update comment_digest set due_at = now() - interval '1 day', attempts = 0");
    }

    /** Posts with the wish to be told of replies. */
    protected Response asking(String email, String text, Posted parent) {
        Map<String, Object> input = from(email, text);
        input.put("notifyReplies", true);
        if (parent != null) {
            input.put("parentId", parent.id());
        }
        return post(input);
    }

    protected Response asking(String text) {
        return asking(EMAIL, text, null);
    }

    /** A comment whose writer confirmed; the mails until then are thrown away. */
    protected Posted confirmed(String text) throws Exception {
        Posted comment = Posted.of(asking(text));
        postman.deliver();
        reader().post(links(only()).get(0)).then().statusCode(200);
        MailServer.empty();
        return comment;
    }

    protected void answer(Posted parent, String email, String text) {
        Map<String, Object> input = from(email, text);
        input.put("parentId", parent.id());
        visible(input);
    }

    protected static MimeMessage only() {
        assertThat(MailServer.received()).hasSize(1);
        return MailServer.received().get(0);
    }

    /** The paths of the links in a mail. */
    protected static List<String> links(MimeMessage mail) {
        return LINK.matcher(MailServer.text(mail)).results().map(found -> found.group(1)).toList();
    }

    /** The link by which mail programs unsubscribe. */
    protected static String unsubscribe(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(mail.getHeader("List-Unsubscribe")[0]);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    protected long letters() throws Exception {
        return Long.parseLong(stored("select count(*) from comment_letter"));
    }
}
