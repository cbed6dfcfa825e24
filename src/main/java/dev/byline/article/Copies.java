package dev.byline.article;

import dev.byline.edition.ArticleType;
import dev.byline.edition.Edition;
import dev.byline.platform.entity.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The editions of an article: the working copy, the published one and, if it is scheduled, the next
 * one. Until somebody saves, two of them are the same.
 */
@MappedSuperclass
public abstract class Copies extends Aggregate {

    private String slug;

    @Enumerated(EnumType.STRING)
    private ArticleType type;

    private String language;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "live_id")
    private Edition live;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST, optional = false)
    @JoinColumn(name = "working_id")
    private Edition working;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "next_id")
    private Edition next;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "next_updated_at")
    private Instant nextUpdatedAt;

    public Edition working() {
        return working;
    }

    /** Whether the working copy holds what was never published. */
    public boolean unpublishedChanges() {
        return working != live;
    }

    /** When the scheduled next version takes over; null when there is none. */
    public Instant nextVersionAt() {
        return nextAt;
    }

    /** The slugs of the editions that are public or will be: they stay the article's. */
    Set<String> heldSlugs() {
        Set<String> held = new HashSet<>();
        if (live != null) {
            held.add(live.slug());
        }
        if (next != null) {
            held.add(next.slug());
        }
        return held;
    }

    /** The edition to write into: the working copy, or a new one where that is published. */
    public Edition forWriting() {
        boolean fixed = working == live || working == next;
        return fixed ? new Edition(id()) : working;
    }

    final void write(Edition written) {
        working = written;
        if (live == null) {
            face(working);
        }
    }

    final Edition live() {
        return live;
    }

    final String slug() {
        return slug;
    }

    /** Makes the working copy the next version, which readers see from this time on. */
    final void follow(Instant at, Instant updatedAt) {
        next = working;
        nextAt = at;
        nextUpdatedAt = updatedAt;
    }

    /** The next version comes at another time. */
    final void delay(Instant at, Instant updatedAt) {
        nextAt = at;
        nextUpdatedAt = updatedAt;
    }

    /** Makes the next version the published one, and tells when it was updated last. */
    final Instant promoteNext() {
        Instant updatedAt = nextUpdatedAt;
        show(next);
        dropNext();
        return updatedAt;
    }

    final void dropNext() {
        next = null;
        nextAt = null;
        nextUpdatedAt = null;
    }

    /** Nothing is published any more, nor kept as what was. */
    final void conceal() {
        live = null;
        face(working);
    }

    final void show(Edition edition) {
        live = edition;
        face(edition);
    }

    private void face(Edition edition) {
        slug = edition.slug();
        type = edition.type();
        language = edition.language();
    }
}
