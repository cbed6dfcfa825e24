package dev.byline.article;

import dev.byline.edition.Edition;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * The edition that takes the published one's place at a future time. Queries show it from that
 * instant on (SQL function {@code live_edition}); moving the pointer is bookkeeping that follows.
 */
@Embeddable
class NextVersion {

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "next_id")
    private Edition edition;

    @Column(name = "next_at")
    private Instant at;

    @Column(name = "next_updated_at")
    private Instant updatedAt;

    protected NextVersion() {}

    NextVersion(Edition edition, Instant at, Instant updatedAt) {
        this.edition = edition;
        this.at = at;
        this.updatedAt = updatedAt;
    }

    Edition edition() {
        return edition;
    }

    Instant at() {
        return at;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
