package dev.byline.demo;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Tally;
import dev.byline.comment.moderation.Judgement;
import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.moderation.Reason;
import dev.byline.comment.moderation.Verdict;
import dev.byline.comment.person.Commenter;
import dev.byline.comment.person.Emails;
import dev.byline.comment.person.Writer;
import dev.byline.comment.text.CommentHtml;
import dev.byline.comment.text.Folded;
import dev.byline.platform.slug.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The demonstration newspaper's readers. */
@ApplicationScoped
class DemoThreads {

    @Inject Commenter.Repo commenters;
    @Inject Emails emails;
    @Inject Tally tally;

    /** What is said about one article. */
    record Thread(String article, List<Saying> comments) {}

    /** What somebody says, how long after the article, and why a moderator looks at it first. */
    record Saying(String name, Duration after, String text, Reason held, List<Saying> replies) {}

    void write(UUID article, Instant published, Thread thread) {
        thread.comments().forEach(saying -> say(article, published, null, saying));
    }

    private void say(UUID article, Instant published, Comment answered, Saying saying) {
        Writer writer = commenters.writing(Slug.from(saying.name(), "reader") + "@readers.example");
        Comment comment =
                Comment.below(
                        article,
                        answered,
                        writer.id(),
                        published.plus(saying.after()),
                        Duration.ZERO);
        comment.signed(saying.name(), null, emails.avatar(saying.name()));
        comment.write(
                saying.text(),
                CommentHtml.of(saying.text()),
                Folded.of(saying.text()).fingerprint());
        if (saying.held() != null) {
            comment.judged(new Judgement(Verdict.HOLD, List.of(Finding.hold(saying.held(), null))));
        }
        tally.add(comment, saying.held() == null ? CommentState.VISIBLE : CommentState.HELD);
        if (saying.replies() != null) {
            saying.replies().forEach(reply -> say(article, published, comment, reply));
        }
    }
}
