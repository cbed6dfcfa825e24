package dev.byline.article;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.OptimisticLock;

/** The life of an article: its state and its times. The contract's table of states, as methods. */
@MappedSuperclass
public abstract class Lifecycle extends Copies {

    @Enumerated(EnumType.STRING)
    private ArticleState state = ArticleState.DRAFT;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "embargo_until")
    private Instant embargoUntil;

    @Column(name = "expires_at")
    private Instant expiresAt;

    // These two move without anybody's doing: no reason to make an editor's version stale.
    @OptimisticLock(excluded = true)
    @Column(name = "shown_at")
    private Instant shownAt;

    @OptimisticLock(excluded = true)
    @Column(name = "due_at")
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "archived_from")
    private ArticleState archivedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "taken_down_from")
    private ArticleState takenDownFrom;

    @Column(name = "taken_down_at")
    private Instant takenDownAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "takedown_reason")
    private Takedown.Reason takedownReason;

    @Column(name = "takedown_note")
    private String takedownNote;

    @Transient private boolean open;

    public ArticleState state() {
        return state;
    }

    public Gates gates() {
        return new Gates(state, publishedAt, embargoUntil, expiresAt);
    }

    public Instant takenDownAt() {
        return takenDownAt;
    }

    /** Whether the public sees it, as of what was done to it last. */
    boolean open() {
        return open;
    }

    /** The slug that the public knows, if it ever knew one. */
    public String publishedSlug() {
        return firstPublishedAt == null ? null : slug();
    }

    /** Hands a draft to the editors. */
    public void submit() {
        require(Action.SUBMIT);
        state = ArticleState.IN_REVIEW;
    }

    /** Hands it back to the writer. */
    public void sendBack() {
        require(Action.SEND_BACK);
        state = ArticleState.DRAFT;
    }

    /** Makes the working copy the published edition, visible from its time on. */
    public void publish(Publication publication, Instant now) {
        require(Action.PUBLISH);
        boolean known = everPublic(now);
        // A time that was scheduled and never came is none.
        Instant time = publication.past(now, known ? earlier(publishedAt, now) : now);
        Instant updated = known ? earlier(updatedAt, now) : time;
        if (!known) {
            firstPublishedAt = null;
        }
        updated = updated.isBefore(time) ? time : updated;
        promote(publication, time, publication.material() ? now : updated);
        state = ArticleState.PUBLISHED;
        await(now);
    }

    /**
     * Makes the working copy the edition that becomes visible at a future time, whether or not a
     * job runs; where one is published already, that one stays until then.
     */
    public void schedule(Publication publication, Instant now) {
        require(Action.SCHEDULE);
        Instant time = publication.future(now);
        if (state == ArticleState.PUBLISHED) {
            scheduleNext(publication, time);
        } else {
            promote(publication, time, time);
            state = ArticleState.SCHEDULED;
        }
        await(now);
    }

    // An embargo given with it is the next version's: what is published stays public.
    private void scheduleNext(Publication publication, Instant time) {
        if (working() == live()) {
            throw Publication.refused("", "has nothing new: the working copy is published already");
        }
        working().requireComplete();
        Instant embargo = publication.embargo(null);
        Instant at = embargo == null || embargo.isBefore(time) ? time : embargo;
        expiresAt = publication.expiry(expiresAt, at);
        follow(at, publication.material() ? at : updatedAt);
    }

    /**
     * Takes the article back to a draft; its published edition stays, unseen, until the next
     * publication.
     */
    public void unpublish(Instant now) {
        require(Action.UNPUBLISH);
        if (!everPublic(now)) {
            firstPublishedAt = null;
            publishedAt = null;
            updatedAt = null;
        }
        leave(ArticleState.DRAFT);
    }

    /** Puts the article away: for readers it is as if it had never been. */
    public void archive() {
        require(Action.ARCHIVE);
        archivedFrom = state;
        leave(ArticleState.ARCHIVED);
    }

    /** Takes the article down: readers who knew it learn the reason's class, and no other word. */
    public void takeDown(Takedown takedown, Instant now) {
        require(Action.TAKEDOWN);
        takenDownFrom = state;
        takenDownAt = now;
        takedownReason = takedown.reason();
        takedownNote = takedown.note();
        leave(ArticleState.TAKEN_DOWN);
    }

    /** Undoes the archiving or the takedown: back to the state before it. */
    public void restore(Instant now) {
        require(Action.RESTORE);
        if (state == ArticleState.TAKEN_DOWN) {
            state = takenDownFrom;
            takenDownFrom = null;
            takenDownAt = null;
            takedownReason = null;
            takedownNote = null;
        } else {
            state = archivedFrom;
            archivedFrom = null;
        }
        await(now);
    }

    /** Puts the article back to how it stood; that the public has seen it since stays true. */
    final void reinstate(Standing before, Instant now) {
        state = before.state();
        if (before.firstPublishedAt() != null || !everPublic(now)) {
            firstPublishedAt = before.firstPublishedAt();
            publishedAt = before.publishedAt();
            updatedAt = before.updatedAt();
        }
        embargoUntil = before.embargoUntil();
        expiresAt = before.expiresAt();
        archivedFrom = before.archivedFrom();
        takenDownFrom = before.takenDownFrom();
        takenDownAt = before.takenDownAt();
        takedownReason = before.takedown() == null ? null : before.takedown().reason();
        takedownNote = before.takedown() == null ? null : before.takedown().note();
        if (before.nextAt() == null) {
            dropNext();
        } else {
            delay(before.nextAt(), before.nextUpdatedAt());
        }
        await(now);
    }

    /** Whether the public has seen it at any time up to now. */
    public boolean everPublic(Instant now) {
        return firstPublishedAt != null && !firstPublishedAt.isAfter(now);
    }

    /**
     * Writes down the passing of the earliest gate that is not written down yet and that readers
     * could notice; visibility never waits for this. Empty when none has passed.
     */
    public Optional<Action> settle(Instant now) {
        while (dueAt != null && !dueAt.isAfter(now)) {
            Action action = pass(dueAt);
            // A scheduled time before the end of an embargo shows nothing, nor the other way round.
            if (action != Action.APPEAR || open) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    private Action pass(Instant gate) {
        Action action = gate.equals(expiresAt) ? Action.EXPIRE : Action.APPEAR;
        if (state == ArticleState.SCHEDULED && !publishedAt.isAfter(gate)) {
            state = ArticleState.PUBLISHED;
        }
        if (nextVersionAt() != null && !nextVersionAt().isAfter(gate)) {
            updatedAt = promoteNext();
            action = action == Action.EXPIRE ? action : Action.PROMOTE;
        }
        await(gate);
        return action;
    }

    private void promote(Publication publication, Instant time, Instant updated) {
        working().requireComplete();
        embargoUntil = publication.embargo(embargoUntil);
        expiresAt = publication.expiry(expiresAt, time);
        publishedAt = time;
        firstPublishedAt = firstPublishedAt == null ? time : firstPublishedAt;
        updatedAt = updated;
        show(working());
        dropNext();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void leave(ArticleState to) {
        state = to;
        dropNext();
        dueAt = null;
    }

    /** Looks at the gates as they are at an instant: has the public come in, and which is next? */
    private void await(Instant now) {
        open = gates().open(now);
        shownAt = shownAt == null && open ? now : shownAt;
        dueAt = state.shown() ? gates().following(now, nextVersionAt()) : null;
    }

    final void require(Action action) {
        if (!state.allows(action)) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "An article in state \"%s\" can't do \"%s\"."
                            .formatted(Kebab.of(state), Kebab.of(action)));
        }
    }
}
