package dev.byline.comment.mail;

import dev.byline.comment.mail.NoticeTokens.Action;
import dev.byline.comment.mail.Outbox.Content;
import dev.byline.comment.mail.Outbox.Taken;
import dev.byline.platform.http.Urls;
import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Writes the mails: plain text, and nothing in a confirmation that its sender could have typed. */
@ApplicationScoped
class Letters {

    private static final int SUBJECT = 150;
    private static final int EXCERPT = 500;

    @Inject NoticeTokens tokens;
    @Inject Urls urls;

    Mail of(Taken letter, Content content) {
        String stop = link(Action.STOP, letter);
        Mail mail =
                switch (letter.kind()) {
                    case CONFIRM -> confirm(letter, content, stop);
                    case REPLIES -> replies(content, stop);
                };
        return automatic(mail)
                .addHeader("List-Unsubscribe", "<" + stop + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** So that no machine answers (RFC 3834). */
    static Mail automatic(Mail mail) {
        return mail.addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
    }

    private Mail confirm(Taken letter, Content content, String stop) {
        return Mail.withText(
                content.to(),
                line("Replies to your comment on “" + content.headline() + "”: please confirm"),
                """
                Somebody, we think you, asked that we write to this address when a comment is answered on

                  %s

                To agree, open this page and press the button within a week:

                  %s

                If it was not you, do nothing: then nothing is sent about it. To end all mail of this kind:

                  %s
                """
                        .formatted(about(content), link(Action.CONFIRM, letter), stop));
    }

    private static Mail replies(Content content, String stop) {
        String replies =
                content.replies().stream()
                        .map(reply -> quoted(reply.name(), reply.text()))
                        .collect(Collectors.joining("\n\n"));
        String who =
                content.replies().size() == 1
                        ? content.replies().get(0).name() + " answered"
                        : content.replies().size() + " answers to";
        return Mail.withText(
                content.to(),
                line(who + " your comment on “" + content.headline() + "”"),
                """
                Your comment was answered on

                  %s

                %s

                --\s
                You asked for this mail. To end all mail of this kind:
                %s
                """
                        .formatted(about(content), replies, stop));
    }

    static String quoted(String name, String text) {
        return line(name)
                + ":\n"
                + excerpt(text).lines().map(l -> "> " + l).collect(Collectors.joining("\n"));
    }

    private static String about(Content content) {
        return content.url() == null
                ? content.headline()
                : content.headline() + "\n  " + content.url();
    }

    private String link(Action action, Taken letter) {
        return urls.of(NoticeResource.PATH + tokens.of(action, letter.comment()));
    }

    private static String excerpt(String text) {
        int end = Math.min(text.length(), EXCERPT);
        boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.length() == end ? text : text.substring(0, half ? end - 1 : end) + " …";
    }

    // One header line, whatever is in it.
    static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.length() <= SUBJECT ? line : line.substring(0, SUBJECT - 1) + "…";
    }
}
