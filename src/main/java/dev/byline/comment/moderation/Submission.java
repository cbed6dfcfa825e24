package dev.byline.comment.moderation;

import dev.byline.comment.person.Writer;
import dev.byline.comment.settings.CommentSettings;
import dev.byline.comment.text.Folded;
import dev.byline.edition.ArticleInput.Comments.Policy;
import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A comment as the rules see it.
 *
 * @param id of the comment; it exists already when it is edited
 * @param edit whether it was there before: what looks at the form or at how fast one writes has no
 *     say then
 */
public record Submission(
        UUID id,
        UUID article,
        Policy policy,
        Writer writer,
        String email,
        String name,
        String website,
        String text,
        Folded folded,
        long fingerprint,
        String trap,
        String formToken,
        InetAddress address,
        String block,
        Instant at,
        boolean edit,
        CommentSettings settings) {

    // Holds an address: never printed whole.
    @Override
    public String toString() {
        return "Submission[" + id + "]";
    }
}
