package dev.byline.media;

import dev.byline.media.lab.Developed;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.Credits;
import dev.byline.media.metadata.Embedded;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.http.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A picture, video, sound or document, with its credit. */
@Entity
public class Media extends Aggregate {

    @Enumerated(EnumType.STRING)
    private MediaKind kind;

    @Column(name = "mime_type")
    private String mimeType;

    private long bytes;
    private byte[] sha256;

    @Column(name = "file_name")
    private String fileName;

    private Integer width;
    private Integer height;
    private String blurhash;
    private String color;
    private String headline;
    private String alt;
    private String caption;

    @Column(name = "extended_description")
    private String extendedDescription;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> keywords = List.of();

    @Column(name = "captured_at")
    private Instant capturedAt;

    private String city;
    private String country;

    @Column(name = "focal_x")
    private Double focalX;

    @Column(name = "focal_y")
    private Double focalY;

    @JdbcTypeCode(SqlTypes.JSON)
    private Attribution attribution = Attribution.NONE;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> territories = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> channels = List.of();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "poster_id")
    private Media poster;

    private String input;

    @Column(updatable = false)
    private String supplied;

    @JdbcTypeCode(SqlTypes.JSON)
    private Embedded embedded = Embedded.NOTHING;

    private int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Rendition> renditions = List.of();

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    // Kept by the database; only ever named in queries.
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String search;

    protected Media() {}

    /**
     * A new item of the newsroom, as the file says; what somebody wrote comes by {@link #write}.
     */
    static Media of(Received file, String createdBy, Instant now) {
        Media media = new Media();
        media.identify(file.id());
        Developed developed = file.developed();
        media.kind = MediaKind.of(developed.header().format().mimeType());
        media.mimeType = developed.header().format().mimeType();
        media.bytes = developed.bytes();
        media.sha256 = file.sha256();
        media.fileName = file.fileName();
        if (developed.look() != null) {
            media.width = developed.look().width();
            media.height = developed.look().height();
            media.blurhash = developed.look().blurhash();
            media.color = developed.look().color();
        }
        Embedded embedded = file.embedded();
        media.embedded = embedded;
        media.show(developed.renditions());
        media.capturedAt = embedded.capturedAt();
        Embedded.Place place = embedded.created() == null ? embedded.shown() : embedded.created();
        media.city = place == null ? null : place.city();
        media.country = place == null ? null : place.country();
        media.createdBy = createdBy;
        media.createdAt = now;
        return media;
    }

    /** Takes what was written, and from the file what was not. */
    void write(MediaInput typed, String json, Instant now) {
        input = json;
        describe(embedded, typed);
        savedAt = now;
    }

    /** Takes the picture that stands for it until it plays; null for none. */
    void poster(Media picture) {
        poster = picture;
    }

    /** What was written came beside the file from an agency. */
    void suppliedByAgency() {
        supplied = input;
    }

    /** The description alone; also for files that are made before there is an item. */
    void describe(Embedded file, MediaInput typed) {
        headline = chosen(typed.headline(), file.headline());
        alt = chosen(typed.alt(), file.alt());
        caption = chosen(typed.caption(), file.caption());
        extendedDescription = chosen(typed.extendedDescription(), file.extendedDescription());
        keywords = typed.keywords() == null ? file.keywords() : typed.keywords();
        Attribution given = typed.attribution() == null ? Attribution.NONE : typed.attribution();
        attribution = given.over(file.attribution()).printed();
        Rights rights = typed.rights() == null ? Rights.UNLIMITED : typed.rights();
        validFrom = rights.validFrom();
        validUntil = rights.validUntil();
        territories = rights.territories();
        channels = rights.channels();
        FocalPoint point = typed.focalPoint();
        focalX = point == null ? null : point.x();
        focalY = point == null ? null : point.y();
    }

    // An empty text says that there is none, whatever the file says.
    private static String chosen(String typed, String embedded) {
        String text = typed == null ? embedded : typed;
        return text == null || text.isBlank() ? null : text;
    }

    /** New files are there: later ones get other names. */
    void show(List<Rendition> files) {
        renditions = List.copyOf(files);
        edition++;
    }

    MediaKind kind() {
        return kind;
    }

    String mimeType() {
        return mimeType;
    }

    String fileName() {
        return fileName;
    }

    String input() {
        return input;
    }

    /** What an agency delivered beside the file, a write record; null when none did. */
    String supplied() {
        return supplied;
    }

    Embedded embedded() {
        return embedded;
    }

    /** The number of the next set of files. */
    int nextEdition() {
        return edition + 1;
    }

    List<Rendition> renditions() {
        return renditions;
    }

    /** The id of its poster, or null. */
    UUID posterId() {
        return poster == null ? null : poster.id();
    }

    Instant validUntil() {
        return validUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean createdBy(String caller) {
        return createdBy.equals(caller);
    }

    String createdBy() {
        return createdBy;
    }

    FocalPoint focalPoint() {
        return focalX == null ? FocalPoint.CENTRE : new FocalPoint(focalX, focalY);
    }

    /** What each file says of the item. */
    Credits credits() {
        return new Credits(attribution, headline, caption, alt);
    }

    /** What the public sees of it, and of its poster. */
    MediaView view(boolean withheld, MediaView poster, Urls urls) {
        return new MediaView(
                id(),
                kind,
                headline,
                alt,
                extendedDescription,
                caption,
                keywords,
                width,
                height,
                mimeType,
                bytes,
                capturedAt,
                MediaView.Location.of(city, country),
                kind == MediaKind.IMAGE ? focalPoint() : null,
                MediaView.Placeholder.of(blurhash, color),
                poster,
                attribution,
                new Rights(validFrom, validUntil, territories, channels),
                withheld ? MediaView.Withheld.RIGHTS_EXPIRED : null,
                withheld
                        ? List.of()
                        : renditions.stream()
                                .map(file -> MediaView.File.of(id(), file, urls))
                                .toList());
    }

    /** Finds media. */
    @ApplicationScoped
    public static class Repo extends MediaRows {}
}
