package dev.byline.comment.reply;

import dev.byline.article.VisibleArticles.Discussion;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Tally;
import dev.byline.comment.limit.Quota;
import dev.byline.comment.mail.Notices;
import dev.byline.comment.moderation.Judgement;
import dev.byline.comment.moderation.Pipeline;
import dev.byline.comment.moderation.Submission;
import dev.byline.comment.moderation.Verdict;
import dev.byline.comment.person.Commenter;
import dev.byline.comment.person.Emails;
import dev.byline.comment.person.Writer;
import dev.byline.comment.settings.CommentSettings;
import dev.byline.comment.text.CommentHtml;
import dev.byline.comment.text.Folded;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.secret.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes what readers write: judged, signed, counted. */
@ApplicationScoped
public class ReplyDesk {

    private static final int TOKEN_BYTES = 32;

    // Unicode has spaces, and characters that show nothing, which Java does not count as blank.
    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private final SecureRandom random = new SecureRandom();

    @Inject EntityManager em;
    @Inject CommentSettings.Repo settings;
    @Inject Commenter.Repo commenters;
    @Inject Emails emails;
    @Inject Pipeline pipeline;
    @Inject Quota quota;
    @Inject Tally tally;
    @Inject Notices notices;

    /** A posted comment, with what is left of the quota. */
    public record Posted(PostedComment reply, Quota.Left left) {}

    public Posted post(Discussion on, CommentInput input, InetAddress from) {
        CommentSettings rules = settings.current();
        String block = Addresses.block(from);
        Instant now = now();
        quota.check(from, rules.quota(), now);
        if (!on.comments().open()) {
            throw Problem.COMMENTS_CLOSED.because(Problem.COMMENTS_CLOSED.explanation());
        }
        Comment answered = answered(on.article(), input.parentId());
        String agreedTo = agreed(rules, input);
        String name = words("/author/name", input.author().name());
        String text = words("/text", input.text());
        Writer writer = commenters.writing(input.author().email());
        Comment comment =
                Comment.below(on.article(), answered, writer.id(), now, rules.editWindow());
        comment.signed(name, input.author().website(), emails.avatar(name));
        String token = token();
        comment.received(block, agreedTo, Sha256.of(token));
        Folded folded = Folded.of(text);
        comment.write(text, CommentHtml.of(text), folded.fingerprint());
        Judgement judgement =
                pipeline.judge(
                        new Submission(
                                comment.id(),
                                on.article(),
                                on.comments().policy(),
                                writer,
                                input.author().email(),
                                name,
                                comment.website(),
                                text,
                                folded,
                                folded.fingerprint(),
                                input.url2(),
                                input.formToken(),
                                from,
                                block,
                                now,
                                false,
                                rules));
        comment.judged(judgement);
        Quota.Left left = quota.take(from, rules.quota(), now);
        tally.add(comment, state(judgement.verdict()));
        if (Boolean.TRUE.equals(input.notifyReplies())) {
            notices.ask(comment);
        }
        return new Posted(PostedComment.of(comment, token), left);
    }

    /** Changes a comment's words for who wrote it; they are judged like new ones. */
    public PostedComment edit(Comment comment, Discussion on, CommentEdit edit) {
        CommentSettings rules = settings.current();
        Commenter commenter = em.find(Commenter.class, comment.commenterId());
        String text = words("/text", edit.text());
        if (text.equals(comment.text())) {
            return PostedComment.of(comment, null);
        }
        Folded folded = Folded.of(text);
        Judgement judgement =
                pipeline.judge(
                        new Submission(
                                comment.id(),
                                on.article(),
                                on.comments().policy(),
                                commenter.writer(),
                                commenter.email(emails),
                                comment.name(),
                                comment.website(),
                                text,
                                folded,
                                folded.fingerprint(),
                                null,
                                null,
                                null,
                                comment.address(),
                                now(),
                                true,
                                rules));
        comment.write(text, CommentHtml.of(text), folded.fingerprint());
        comment.edited(now());
        CommentState next = state(judgement.verdict());
        // An edit never frees what was held; it may hold what was visible.
        if (next != CommentState.VISIBLE) {
            comment.judged(judgement);
        }
        tally.move(comment, comment.visible() ? next : comment.state());
        return PostedComment.of(comment, null);
    }

    /** Removes a comment for who wrote it. */
    public void remove(Comment comment) {
        comment.wipe();
        tally.move(comment, CommentState.DELETED);
    }

    /** Whether the token is the comment's own, compared in constant time. */
    public static boolean mine(Comment comment, String token) {
        return token != null
                && comment.editHash() != null
                && MessageDigest.isEqual(comment.editHash(), Sha256.of(token));
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Comment answered(UUID article, UUID parent) {
        if (parent == null) {
            return null;
        }
        Comment comment = em.find(Comment.class, parent);
        if (comment == null || !comment.visible() || !comment.articleId().equals(article)) {
            Flaws flaws = new Flaws();
            flaws.at("/parentId", Flaw.UNKNOWN_REFERENCE, "is no visible comment of this article");
            flaws.refuse();
        }
        return comment;
    }

    private static String agreed(CommentSettings rules, CommentInput input) {
        if (rules.consentText() != null && !Boolean.TRUE.equals(input.consent())) {
            Flaws flaws = new Flaws();
            flaws.at("/consent", Flaw.REQUIRED, "must be true: see the form's consentText");
            flaws.refuse();
        }
        if (!Boolean.TRUE.equals(input.consent())) {
            return null;
        }
        return rules.consentText() == null ? "" : rules.consentText();
    }

    private static CommentState state(Verdict verdict) {
        return switch (verdict) {
            case PASS -> CommentState.VISIBLE;
            case HOLD -> CommentState.HELD;
            case SPAM -> CommentState.SPAM;
            case REJECT -> CommentState.REJECTED;
        };
    }

    private static String words(String pointer, String typed) {
        String words = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (!SOMETHING.matcher(words).find()) {
            Flaws flaws = new Flaws();
            flaws.at(pointer, Flaw.REQUIRED, "must not be blank");
            flaws.refuse();
        }
        return words;
    }

    private String token() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
