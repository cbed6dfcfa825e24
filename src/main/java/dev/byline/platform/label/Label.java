package dev.byline.platform.label;

import dev.byline.platform.entity.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What articles are found by: a section, a tag or an author, with a name and an address. */
@MappedSuperclass
public abstract class Label extends Aggregate {

    private String slug;
    private String name;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What an editor would have to write to get this label as it is. */
    public abstract LabelInput input();

    protected void name(String newName) {
        name = newName;
    }

    void slug(String claimed) {
        slug = claimed;
    }
}
