package dev.byline.article;

import dev.byline.edition.ArticleType;
import dev.byline.edition.Edition;
import dev.byline.platform.entity.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
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

    String slug;

    @Enumerated(EnumType.STRING)
    private ArticleType type;

    private String language;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "live_id")
    Edition live;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST, optional = false)
    @JoinColumn(name = "working_id")
    Edition working;

    @Embedded NextVersion next;

    public Edition working() {
        return working;
    }

    /** Whether the working copy holds what was never published. */
    public boolean unpublishedChanges() {
        return working != live;
    }

    /** When the scheduled next version takes over; null when there is none. */
    public Instant nextVersionAt() {
        return next == null ? null : next.at();
    }

    /** The slugs of the editions that are public or will be: they stay the article's. */
    Set<String> heldSlugs() {
        Set<String> held = new HashSet<>();
        if (live != null) {
            held.add(live.slug());
        }
        if (next != null) {
            held.add(next.edition().slug());
        }
        return held;
    }

    /** The edition to write into: the working copy, or a new one where that is published. */
    public Edition forWriting() {
        boolean fixed = working == live || next != null && working == next.edition();
        return fixed ? new Edition(id()) : working;
    }

    final void write(Edition written) {
        working = written;
        if (live == null) {
            face(working);
        }
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
