package dev.byline.article;

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
 * Where a published article stands: one row for each of its tags, authors, its section and that
 * one's parents.
 */
@Entity
@Immutable
@IdClass(Shelf.Key.class)
class Shelf {

    @Id
    @Column(name = "label_id")
    private UUID labelId;

    @Id
    @Column(name = "article_id")
    private UUID articleId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "article_id", insertable = false, updatable = false)
    private Article article;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Shelf() {}

    record Key(UUID labelId, UUID articleId) implements Serializable {}
}
