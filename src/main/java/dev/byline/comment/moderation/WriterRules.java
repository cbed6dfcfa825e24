package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.person.Writer;
import dev.byline.comment.reply.FormTokens;
import dev.byline.edition.ArticleInput.Comments.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Rules that look at who writes, where, and how. */
final class WriterRules {

    private WriterRules() {}

    @ApplicationScoped
    static class ArticlePolicy implements Rule {

        @Override
        public Optional<Finding> judge(Submission comment) {
            return comment.policy() == Policy.PREMODERATED
                    ? Optional.of(Finding.hold(Reason.POLICY, null))
                    : Optional.empty();
        }
    }

    /** What moderators decided about the commenter. */
    @ApplicationScoped
    static class Barred implements Rule {

        @Override
        public Optional<Finding> judge(Submission comment) {
            Writer writer = comment.writer();
            if (writer.banned(comment.at())) {
                return Optional.of(Finding.reject(Reason.BANNED_COMMENTER, null));
            }
            return writer.premoderated(comment.at())
                    ? Optional.of(Finding.hold(Reason.WATCHED_COMMENTER, null))
                    : Optional.empty();
        }
    }

    /** A form that came back faster than people type, or that nobody asked for. */
    @ApplicationScoped
    static class FormToken implements Rule {

        @Inject FormTokens tokens;

        @Override
        public Optional<Finding> judge(Submission comment) {
            if (comment.edit()) {
                return Optional.empty();
            }
            if (comment.formToken() == null) {
                return comment.settings().formTokenRequired()
                        ? Optional.of(Finding.hold(Reason.FORM_TOKEN, "missing"))
                        : Optional.empty();
            }
            Optional<Duration> age =
                    tokens.age(comment.formToken(), comment.article(), comment.at());
            if (age.isEmpty()) {
                return Optional.of(Finding.hold(Reason.FORM_TOKEN, "forged or too old"));
            }
            return age.get().compareTo(comment.settings().minFill()) < 0
                    ? Optional.of(
                            Finding.hold(
                                    Reason.FORM_TOKEN,
                                    "filled in within %d ms".formatted(age.get().toMillis())))
                    : Optional.empty();
        }
    }
}
