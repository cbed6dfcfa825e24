package dev.byline.media;

import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.Embedded;
import dev.byline.media.metadata.Provenance;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each filled member of an item comes from. What the agency delivered is the agency's word as
 * long as nobody wrote another.
 */
final class Origins {

    private final Map<String, Provenance> from = new TreeMap<>();

    private Origins() {}

    static Map<String, Provenance> of(Embedded file, MediaInput typed, MediaInput agency) {
        Origins origins = new Origins();
        origins.note("headline", typed.headline(), agency.headline(), file.headline());
        origins.note("alt", typed.alt(), agency.alt(), file.alt());
        origins.note("caption", typed.caption(), agency.caption(), file.caption());
        origins.note(
                "extendedDescription",
                typed.extendedDescription(),
                agency.extendedDescription(),
                file.extendedDescription());
        origins.note(
                "keywords",
                typed.keywords(),
                agency.keywords(),
                file.keywords().isEmpty() ? null : file.keywords());
        origins.note("capturedAt", null, null, file.capturedAt());
        origins.note(
                "location", null, null, file.created() == null ? file.shown() : file.created());
        Map<String, Object> written = filled(typed);
        Map<String, Object> delivered = filled(agency);
        file.attribution()
                .filled()
                .forEach(
                        (name, value) ->
                                origins.note(
                                        "attribution." + name,
                                        written.get(name),
                                        delivered.get(name),
                                        value));
        written.forEach(
                (name, value) ->
                        origins.note("attribution." + name, value, delivered.get(name), null));
        return origins.from;
    }

    private static Map<String, Object> filled(MediaInput input) {
        return (input.attribution() == null ? Attribution.NONE : input.attribution()).filled();
    }

    private void note(String name, Object typed, Object agency, Object embedded) {
        if (typed != null) {
            from.put(name, typed.equals(agency) ? Provenance.AGENCY : Provenance.TYPED);
        } else if (embedded != null) {
            from.put(name, Provenance.EMBEDDED);
        }
    }
}
