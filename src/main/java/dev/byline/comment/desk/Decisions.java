package dev.byline.comment.desk;

import dev.byline.access.Caller;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Tally;
import dev.byline.comment.report.Report;
import dev.byline.platform.entity.Expected;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Decides about comments, and takes decisions back. */
@ApplicationScoped
class Decisions {

    @Inject EntityManager em;
    @Inject Tally tally;
    @Inject Decision.Repo decisions;
    @Inject Report.Repo reports;
    @Inject Caller caller;
    @Inject Expected expected;

    /** The comment as the caller read it, alone for this transaction. */
    Comment expected(UUID id, String ifMatch) {
        Comment comment = tally.locked(id).orElseThrow(Decisions::unknown);
        expected.is(comment, ifMatch);
        return comment;
    }

    /** Whether anything changed: a state that is already there changes nothing. */
    boolean decide(Comment comment, Decision.Wish wish) {
        if (comment.state() == CommentState.DELETED) {
            throw Problem.FORBIDDEN_TRANSITION.because("The comment was removed.");
        }
        if (comment.state() == wish.action().to() && comment.reports() == 0) {
            return false;
        }
        new Decision(comment.id(), comment.state(), wish, caller.id(), caller.name(), now())
                .persist();
        reports.settle(comment);
        tally.move(comment, wish.action().to());
        return true;
    }

    /** Brings back the state before the latest decision that still stands. */
    void undo(Comment comment) {
        Decision last =
                decisions.of(comment.id()).stream()
                        .filter(Decision::standing)
                        .findFirst()
                        .filter(decision -> decision.toState() == comment.state())
                        .orElseThrow(
                                () ->
                                        Problem.FORBIDDEN_TRANSITION.because(
                                                "No decision about this comment can be undone."));
        last.undo();
        tally.move(comment, last.fromState());
    }

    static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("No comment has this id.");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
