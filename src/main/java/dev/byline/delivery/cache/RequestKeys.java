package dev.byline.delivery.cache;

/** Names requests so that those that get the same reply have the same name. */
public interface RequestKeys {

    /**
     * The name of a {@code GET} of this raw path and query; null for one whose reply is not kept.
     * Neither the order of the parameters nor a default that is spelt out makes a difference.
     */
    String of(String path, String query);

    /** The address of the operation, such as {@code /v1/tags/{slug}}, for statistics; or null. */
    String template(String path);
}
