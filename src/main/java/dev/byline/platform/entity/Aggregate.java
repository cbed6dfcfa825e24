package dev.byline.platform.entity;

import dev.byline.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * An entity that editors change as a whole: a UUIDv7 made here, and a version that guards against
 * lost updates.
 */
@MappedSuperclass
public abstract class Aggregate extends PanacheEntityBase {

    @Id
    @Column(updatable = false)
    private UUID id = newId();

    @Version private long version = 1;

    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Gives a new entity an id that {@link #newId} made before, for what is named after it. */
    protected void identify(UUID made) {
        id = made;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** The strong validator of this version (RFC 9110). */
    public String etag() {
        return etag(version);
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Compares {@code If-Match} with this version: absent is {@link Problem#VERSION_REQUIRED},
     * another version {@link Problem#STALE_VERSION}.
     */
    public void expect(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.VERSION_REQUIRED.because(Problem.VERSION_REQUIRED.explanation());
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(etag()) || tag.strip().equals("*")) {
                return;
            }
        }
        throw Problem.STALE_VERSION
                .because("The current version is %d.".formatted(version))
                .current(version);
    }
}
