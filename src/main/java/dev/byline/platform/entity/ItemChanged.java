package dev.byline.platform.entity;

import java.util.List;
import java.util.UUID;

/**
 * Something that readers may see was changed: the event for rooms that stand above the log of
 * changes. Fire it inside the transaction, after the flush, whether or not readers see the item:
 * the log finds out, and names nothing that was never public.
 *
 * @param visible whether readers see it; null for what the database can tell ({@code ARTICLE} and
 *     labels)
 * @param keys surrogate keys of further replies that it changes, beside {@code <kind>:<id>} and
 *     {@code <kind>s}
 */
public record ItemChanged(Kind kind, UUID id, long version, Boolean visible, List<String> keys) {

    /** What kind of item. */
    public enum Kind {
        ARTICLE,
        SECTION,
        TAG,
        AUTHOR,
        MEDIA,
        COMMENT
    }

    /** A change of an item whose visibility the database can tell. */
    public static ItemChanged of(Kind kind, UUID id, long version) {
        return new ItemChanged(kind, id, version, null, List.of());
    }
}
