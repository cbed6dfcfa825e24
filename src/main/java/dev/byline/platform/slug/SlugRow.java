package dev.byline.platform.slug;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The table of {@link Slugs}, for queries that join it; only {@link Slugs} writes there. */
@Entity
@Immutable
@Table(name = "slug")
@IdClass(SlugRow.Key.class)
class SlugRow {

    @Id private String space;
    @Id private String slug;
    private UUID owner;

    record Key(String space, String slug) implements Serializable {}
}
