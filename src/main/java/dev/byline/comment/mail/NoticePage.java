package dev.byline.comment.mail;

import dev.byline.comment.mail.NoticeTokens.Action;

/** The pages behind the links of mails: constants only, nothing of the request is in them. */
final class NoticePage {

    static final String POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";

    private NoticePage() {}

    static String ask(Action action) {
        return switch (action) {
            case CONFIRM ->
                    page(
                            "Replies to your comment",
                            button("Write to me when my comment is answered"));
            case STOP -> page("Replies to your comments", button("Don't write to me any more"));
        };
    }

    static String done(Action action) {
        return switch (action) {
            case CONFIRM ->
                    page("Confirmed", "<p>We write to you when your comment is answered.</p>");
            case STOP -> page("Ended", "<p>We don't write to you about replies any more.</p>");
        };
    }

    private static String button(String words) {
        return "<form method=\"post\"><button>" + words + "</button></form>";
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                <body><h1>%1$s</h1>%2$s</body></html>
                """
                .formatted(title, content);
    }
}
