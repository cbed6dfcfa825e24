package dev.byline.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What is left of an article that was taken down: why, when, and the state that it had. */
@Embeddable
class Tombstone {

    @Enumerated(EnumType.STRING)
    @Column(name = "taken_down_from")
    private ArticleState from;

    @Column(name = "taken_down_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "takedown_reason")
    private Takedown.Reason reason;

    @Column(name = "takedown_note")
    private String note;

    protected Tombstone() {}

    Tombstone(ArticleState from, Instant at, Takedown takedown) {
        this.from = from;
        this.at = at;
        this.reason = takedown.reason();
        this.note = takedown.note();
    }

    Instant at() {
        return at;
    }

    ArticleState from() {
        return from;
    }
}
