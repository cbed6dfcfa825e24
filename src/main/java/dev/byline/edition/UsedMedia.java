package dev.byline.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** A media item's place in an edition, so that the database knows which are in use. */
@Embeddable
class UsedMedia {

    @Column(name = "media_id")
    private UUID media;

    @Enumerated(EnumType.STRING)
    private MediaUse.Role role;

    protected UsedMedia() {}

    UsedMedia(UUID media, MediaUse.Role role) {
        this.media = media;
        this.role = role;
    }

    UUID media() {
        return media;
    }
}
