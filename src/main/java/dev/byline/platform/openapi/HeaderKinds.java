package dev.byline.platform.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What the headers of replies mean. */
final class HeaderKinds {

    static final String TRACE = "Trace-Id";
    static final String ETAG = "ETag";
    static final String CACHE = "Cache-Control";
    static final String VARY = "Vary";
    static final String LOCATION = "Location";
    static final String RETRY = "Retry-After";
    private static final String DRAFT = " (draft-ietf-httpapi-ratelimit-headers-10)";

    /** A header; {@code always} when each reply that declares it has it. */
    private record Kind(String description, String example, boolean always) {}

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry(
                            TRACE,
                            new Kind(
                                    "Names the request in the server's log",
                                    "4bf92f3577b34da6a3ce929d0e0e4736",
                                    true)),
                    Map.entry(
                            ETAG,
                            new Kind(
                                    "Strong validator (RFC 9110): of these bytes for readers, of the version in the newsroom",
                                    "\"k3V9wq0tXcGm2bJkR1uQ8A\"",
                                    true)),
                    Map.entry(
                            CACHE,
                            new Kind(
                                    "Who may keep a copy, and for how long",
                                    "public, max-age=10",
                                    true)),
                    Map.entry(
                            LOCATION,
                            new Kind(
                                    "Where the item is: absolute when the server knows its public address, else from the root",
                                    "/v1/articles/last-pumps-leave-eelmarket",
                                    true)),
                    Map.entry(
                            "Link",
                            new Kind(
                                    "The next and the previous page, where there are (RFC 8288)",
                                    "</v1/articles?cursor=AZ3>; rel=\"next\"",
                                    false)),
                    Map.entry(RETRY, new Kind("Seconds until the next try", "2", false)),
                    Map.entry(
                            "RateLimit",
                            new Kind(
                                    "What is left of the limit, and for how long" + DRAFT,
                                    "\"comments\";r=4;t=60",
                                    false)),
                    Map.entry(
                            "RateLimit-Policy",
                            new Kind(
                                    "The limit and its window in seconds" + DRAFT,
                                    "\"comments\";q=5;w=600",
                                    false)),
                    Map.entry(
                            "WWW-Authenticate",
                            new Kind(
                                    "How to tell who is calling", "Bearer realm=\"byline\"", true)),
                    Map.entry(
                            "Content-Range",
                            new Kind(
                                    "Which bytes, of how many (RFC 9110)",
                                    "bytes 0-1023/146515",
                                    true)),
                    Map.entry(
                            "Accept-Ranges",
                            new Kind(
                                    "Parts can be asked for, with `Range` (RFC 9110)",
                                    "bytes",
                                    true)),
                    Map.entry(
                            "Content-Disposition",
                            new Kind(
                                    "Whether to show or to save the file, and its name (RFC 6266)",
                                    "inline; filename=\"w960-6a1f0c9b7d3e5f2a4c8b0d1e6f7a9b3c5d2e4f60.webp\"",
                                    true)),
                    Map.entry(
                            VARY,
                            new Kind(
                                    "The request's headers on which the reply depends, for caches",
                                    "Accept-Encoding",
                                    false)),
                    Map.entry("Allow", new Kind("The methods that there are", "GET, HEAD", true)),
                    Map.entry("X-Robots-Tag", new Kind("Not for search engines", "noindex", true)),
                    Map.entry(
                            "X-Accel-Buffering",
                            new Kind("Tells nginx to pass events on as they come", "no", true)));

    private HeaderKinds() {}

    /** The header of this name, as a document has it. */
    static Header of(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No words for the header " + name);
        }
        return OASFactory.createHeader()
                .description(kind.description())
                .required(kind.always())
                .example(kind.example())
                .schema(
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .maxLength(Parameters.LONGEST));
    }
}
