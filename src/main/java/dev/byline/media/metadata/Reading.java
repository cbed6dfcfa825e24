package dev.byline.media.metadata;

import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import dev.byline.media.metadata.Embedded.Place;
import dev.byline.media.metadata.format.Raw;
import dev.byline.media.metadata.format.Tiff;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One file's blocks read into one record: where they differ, XMP before IIM before EXIF. */
final class Reading {

    private final Xmp xmp;
    private final Iim iim;
    private final Raw raw;

    Reading(Raw raw) {
        this.raw = raw;
        this.xmp = Xmp.of(raw.xmp());
        this.iim = Iim.of(raw.iim());
    }

    Embedded embedded() {
        return new Embedded(
                attribution(),
                line(
                        Embedded.MAX_HEADLINE,
                        xmp.inDefaultLanguage(Xmp.PHOTOSHOP, "Headline"),
                        iim.text(Iim.HEADLINE)),
                text(
                        Embedded.MAX_CAPTION,
                        xmp.inDefaultLanguage(Xmp.DC, "description"),
                        iim.text(Iim.CAPTION),
                        exif(Tiff.DESCRIPTION)),
                text(Embedded.MAX_ALT, xmp.inDefaultLanguage(Xmp.CORE, "AltTextAccessibility")),
                text(
                        Embedded.MAX_DESCRIPTION,
                        xmp.inDefaultLanguage(Xmp.CORE, "ExtDescrAccessibility")),
                keywords(),
                captured(),
                place("LocationCreated"),
                shown(),
                line(
                        Attribution.MAX_LINE,
                        xmp.text(Xmp.PHOTOSHOP, "TransmissionReference"),
                        iim.text(Iim.JOB)),
                orientation());
    }

    private Attribution attribution() {
        String url = Clean.url(xmp.text(Xmp.RIGHTS, "WebStatement"));
        String acquire = Clean.url(xmp.member(Xmp.PLUS, "Licensor", "LicensorURL"));
        String type = Clean.url(xmp.text(Xmp.EXT, "DigitalSourceType"));
        return new Attribution(
                line(Attribution.MAX_LINE, xmp.text(Xmp.PHOTOSHOP, "Credit"), iim.text(Iim.CREDIT)),
                creators(),
                line(Attribution.MAX_LINE, xmp.text(Xmp.PHOTOSHOP, "Source"), iim.text(Iim.SOURCE)),
                text(
                        Attribution.MAX_NOTICE,
                        xmp.inDefaultLanguage(Xmp.DC, "rights"),
                        iim.text(Iim.COPYRIGHT),
                        copyright()),
                line(
                        Attribution.MAX_LINE,
                        xmp.member(Xmp.PLUS, "CopyrightOwner", "CopyrightOwnerName")),
                text(Attribution.MAX_TERMS, xmp.inDefaultLanguage(Xmp.RIGHTS, "UsageTerms")),
                url == null && acquire == null
                        ? null
                        : new Licence(Licence.nameAt(url), url, acquire),
                mustDisplay(),
                type);
    }

    private List<Creator> creators() {
        List<String> names =
                Stream.of(
                                xmp.list(Xmp.DC, "creator"),
                                iim.list(Iim.CREATOR),
                                artists(exif(Tiff.ARTIST)))
                        .map(
                                list ->
                                        Clean.lines(
                                                list.stream(),
                                                Attribution.MAX_CREATORS,
                                                Attribution.MAX_NAME))
                        .filter(list -> !list.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        // The job title belongs to the first creator, and to nobody else that is named.
        String role =
                line(
                        Attribution.MAX_NAME,
                        xmp.text(Xmp.PHOTOSHOP, "AuthorsPosition"),
                        iim.text(Iim.CREATOR_ROLE));
        return names.stream()
                .map(name -> new Creator(name, name.equals(names.get(0)) ? role : null))
                .toList();
    }

    /** EXIF keeps several names in one text. */
    private static List<String> artists(String artist) {
        return artist == null ? List.of() : Arrays.asList(artist.split(";"));
    }

    /** EXIF may hold the photographer's notice and the editor's, one after the other. */
    private String copyright() {
        String both = exif(Tiff.COPYRIGHT);
        return both == null
                ? null
                : Stream.of(both.split("\0"))
                        .filter(notice -> !notice.isBlank())
                        .findFirst()
                        .orElse(null);
    }

    private Boolean mustDisplay() {
        String required = xmp.text(Xmp.PLUS, "CreditLineRequired");
        return required == null ? null : !required.endsWith("CR-NRQ");
    }

    private List<String> keywords() {
        return Stream.of(xmp.list(Xmp.DC, "subject"), iim.list(Iim.KEYWORDS))
                .map(
                        list ->
                                Clean.lines(
                                        list.stream(), Embedded.MAX_KEYWORDS, Embedded.MAX_KEYWORD))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Instant captured() {
        return Stream.of(
                        xmp.text(Xmp.PHOTOSHOP, "DateCreated"),
                        Dates.iim(iim.text(Iim.DATE), iim.text(Iim.TIME)),
                        xmp.text(Xmp.EXIF, "DateTimeOriginal"),
                        Dates.exif(exif(Tiff.TAKEN), exif(Tiff.TAKEN_OFFSET)))
                .filter(Objects::nonNull)
                .map(Reading::instant)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(String text) {
        try {
            return Dates.instant(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The standard's older fields name the place shown. */
    private Place shown() {
        Place shown = place("LocationShown");
        if (shown != null) {
            return shown;
        }
        return place(
                null,
                line(200, xmp.text(Xmp.CORE, "Location"), iim.text(Iim.SUBLOCATION)),
                line(200, xmp.text(Xmp.PHOTOSHOP, "City"), iim.text(Iim.CITY)),
                line(200, xmp.text(Xmp.PHOTOSHOP, "State"), iim.text(Iim.STATE)),
                line(200, xmp.text(Xmp.PHOTOSHOP, "Country"), iim.text(Iim.COUNTRY)),
                line(3, xmp.text(Xmp.CORE, "CountryCode"), iim.text(Iim.COUNTRY_CODE)));
    }

    private Place place(String property) {
        return place(
                line(200, xmp.member(Xmp.EXT, property, "LocationName")),
                line(200, xmp.member(Xmp.EXT, property, "Sublocation")),
                line(200, xmp.member(Xmp.EXT, property, "City")),
                line(200, xmp.member(Xmp.EXT, property, "ProvinceState")),
                line(200, xmp.member(Xmp.EXT, property, "CountryName")),
                line(3, xmp.member(Xmp.EXT, property, "CountryCode")));
    }

    private static Place place(String... parts) {
        return Stream.of(parts).allMatch(Objects::isNull)
                ? null
                : new Place(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    private int orientation() {
        byte[] value = raw.exif().get(Tiff.ORIENTATION);
        int orientation = value == null || value.length < 2 ? 1 : value[1];
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    private String exif(int tag) {
        byte[] value = raw.exif().get(tag);
        return value == null ? null : Iim.Legacy.text(value);
    }

    private static String line(int max, String... candidates) {
        return Stream.of(candidates)
                .filter(Objects::nonNull)
                .map(text -> Clean.line(text, max))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String text(int max, String... candidates) {
        return Stream.of(candidates)
                .filter(Objects::nonNull)
                .map(text -> Clean.text(text, max))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
