package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.comment.text.CommentHtml;
import dev.byline.comment.text.Folded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Rules that look at the words alone. */
final class TextRules {

    private TextRules() {}

    /** The member {@code url2}, which no person sees. */
    @ApplicationScoped
    static class Trap implements Rule {

        @Override
        public Optional<Finding> judge(Submission comment) {
            return comment.trap() == null || comment.trap().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Finding.spam(Reason.TRAP, null));
        }
    }

    @ApplicationScoped
    static class Links implements Rule {

        private static final int SPAM_FACTOR = 5;

        @Override
        public Optional<Finding> judge(Submission comment) {
            int links = CommentHtml.links(comment.text());
            int most = comment.settings().maxLinks();
            if (links <= most) {
                return Optional.empty();
            }
            String detail = links + " links";
            return Optional.of(
                    links > SPAM_FACTOR * Math.max(1, most)
                            ? Finding.spam(Reason.LINKS, detail)
                            : Finding.hold(Reason.LINKS, detail));
        }
    }

    /** Words and phrases of the lists, in the text or the name. */
    @ApplicationScoped
    static class Words implements Rule {

        @Override
        public Optional<Finding> judge(Submission comment) {
            Optional<String> banned = first(comment.settings().bannedWords(), comment);
            return banned.isPresent()
                    ? banned.map(word -> Finding.reject(Reason.BANNED_WORD, word))
                    : first(comment.settings().suspectWords(), comment)
                            .map(word -> Finding.hold(Reason.SUSPECT_WORD, word));
        }

        private static Optional<String> first(List<String> words, Submission comment) {
            if (words.isEmpty()) {
                return Optional.empty();
            }
            Folded name = Folded.of(comment.name());
            return words.stream()
                    .filter(
                            word -> {
                                Folded wanted = Folded.of(word);
                                return comment.folded().has(wanted) || name.has(wanted);
                            })
                    .findFirst();
        }
    }

    @ApplicationScoped
    static class Capitals implements Rule {

        private static final int FEW = 20;

        @Override
        public Optional<Finding> judge(Submission comment) {
            long upper = comment.text().codePoints().filter(Character::isUpperCase).count();
            long lower = comment.text().codePoints().filter(Character::isLowerCase).count();
            long share = upper + lower < FEW ? 0 : 100 * upper / (upper + lower);
            return share < comment.settings().maxCapitals()
                    ? Optional.empty()
                    : Optional.of(Finding.hold(Reason.CAPITALS, share + " % capitals"));
        }
    }
}
