package dev.byline.platform.problem;

import java.util.Locale;

/**
 * The closed catalogue of problems a client can meet (RFC 9457); each has a page at {@code
 * /problems/{code}}.
 */
public enum Problem {
    MALFORMED_JSON(
            400,
            "Malformed JSON",
            "The body is not one well-formed JSON document in UTF-8, or it is nested too deeply."),
    INVALID_REQUEST(
            400,
            "Invalid request",
            "A parameter or a member of the body is unknown, repeated, malformed or out of its range. `errors` names each."),
    BROKEN_FILE(
            400, "Broken file", "The file is of a type that is taken, but it can't be decoded."),
    UNAUTHENTICATED(
            401, "Key required", "The request needs `Authorization: Bearer …` with a valid key."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The caller may not do this; the roles of its key say what it may."),
    COMMENTS_CLOSED(
            403, "Comments closed", "The article takes no more comments; its `comments` said so."),
    EDIT_WINDOW_CLOSED(
            403,
            "Edit window closed",
            "The time in which readers may change or remove their own comment is over."),
    NOT_FOUND(404, "Not found", "Nothing public is at this address."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address exists, but not for this method. `Allow` lists those it has."),
    NOT_ACCEPTABLE(
            406, "Not acceptable", "The reply exists only in media types that `Accept` excludes."),
    REQUEST_TIMEOUT(
            408, "Request timeout", "The body did not arrive in time. Send it again, faster."),
    SLUG_TAKEN(409, "Slug taken", "Another item has this slug, or once had it in public."),
    FORBIDDEN_TRANSITION(
            409, "Forbidden transition", "The item's state does not allow this action."),
    IN_USE(409, "In use", "The item can't be deleted while something refers to it."),
    LAST_ADMIN_KEY(
            409,
            "Last admin key",
            "The key is the last with the role `admin` that still works. Issue another before it is revoked."),
    MEDIA_EXISTS(
            409,
            "Media exists",
            "The same file is there already, with other metadata. `Location` names the item: change that one, or send the file without `metadata`."),
    DUPLICATE_IN_FLIGHT(
            409,
            "Duplicate in flight",
            "A request with the same Idempotency-Key is being worked on. Try again shortly."),
    TAKEN_DOWN(410, "Taken down", "The article was taken down. `reason` is the class of reason."),
    RIGHTS_EXPIRED(410, "Rights expired", "The rights to this file don't cover this moment."),
    STALE_VERSION(
            412,
            "Stale version",
            "Somebody saved the item since it was read. `version` is the current one: read, merge, try again."),
    TOO_LARGE(413, "Too large", "The body is larger than this address accepts."),
    TOO_MANY_PIXELS(
            413,
            "Too many pixels",
            "The picture has more pixels than this server decodes. Send a smaller version."),
    URI_TOO_LONG(
            414,
            "Address too long",
            "The address with its query is longer than the server accepts."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The address does not take a body of this `Content-Type`."),
    UNSUPPORTED_FILE(
            415,
            "Unsupported file",
            "The file's content is none of the types that are taken: JPEG, PNG, GIF, WebP and TIFF pictures, MP4, QuickTime and WebM video, MP3, M4A, Ogg, WAV and FLAC sound, PDF. Its name and `Content-Type` don't matter."),
    RANGE_NOT_SATISFIABLE(
            416, "Range not satisfiable", "The file is shorter than the `Range` begins."),
    NOT_PUBLISHABLE(
            422,
            "Not publishable",
            "The input is valid, but a newsroom rule forbids publishing it. `errors` says why."),
    NOT_RESTORABLE(
            422,
            "Not restorable",
            "The revision names something that is no more. `errors` says what, by pointers into its `input`: send a changed record instead."),
    REVIEW_REQUIRED(
            422,
            "Review required",
            "The newsroom's four-eyes rule: a draft is submitted first, and somebody who did not write in it publishes it."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key reused",
            "The same Idempotency-Key was used with another body. Make a new key per request."),
    VERSION_REQUIRED(
            428,
            "Version required",
            "Changes need `If-Match` with the `ETag` of the version that was read."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "The limit is reached. `Retry-After` says when to try again."),
    HEADERS_TOO_LARGE(
            431, "Headers too large", "The header fields are larger than the server accepts."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "The server failed. The `Trace-Id` header helps its operator to find out why."),
    UNAVAILABLE(
            503,
            "Unavailable",
            "The server can't answer just now. `Retry-After` says when to try again."),
    STORAGE_FULL(507, "Storage full", "There is no room for the file. Nothing of it was kept.");

    private final int status;
    private final String title;
    private final String explanation;

    Problem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The code in kebab-case, as in the member {@code code} and the page's address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** This problem as an exception, told in one sentence. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }

    /** The problem that a bare HTTP status stands for. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST;
        };
    }
}
