package dev.byline.article;

import dev.byline.edition.Edition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Where an article's published edition stands, and its scheduled next one: a row for each of the
 * edition's tags, authors, its section and that one's parents, and the front page.
 */
@Entity
@Immutable
@IdClass(Shelf.Key.class)
class Shelf {

    /** The label of the shelf on which every published article stands. */
    static final UUID FRONT_PAGE = new UUID(0, 0);

    @Id
    @Column(name = "label_id")
    private UUID labelId;

    @Id
    @Column(name = "article_id")
    private UUID articleId;

    @Id
    @Column(name = "edition_id")
    private UUID editionId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "edition_id", insertable = false, updatable = false)
    private Edition edition;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "article_id", insertable = false, updatable = false)
    private Article article;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "shown_from")
    private Instant shownFrom;

    @Column(name = "shown_until")
    private Instant shownUntil;

    protected Shelf() {}

    record Key(UUID labelId, UUID articleId, UUID editionId) implements Serializable {}
}
