package dev.byline.delivery.reply;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A finished public reply: its bytes as they travel, its headers, and what it was built from. The
 * encoded forms are made when somebody first asks for them.
 */
public final class Copy {

    private static final int WORTH_ENCODING = 512;
    private static final int FIXED_COST = 600;
    private static final int COST_OF_KEY = 120;

    private final int status;
    private final String type;
    private final String name;
    private final Map<String, String> headers;
    private final Set<String> keys;
    private final long freshUntil;
    private final Lifetime lifetime;
    private final String cacheControl;
    private final Form identity;
    private volatile Form gzip;
    private volatile Form brotli;

    // Set once, by whoever drops it; it may still be on its way into the cache then.
    private volatile boolean dead;
    private long deadline = Long.MAX_VALUE;
    private String request;
    private String template;

    /** The bytes in one encoding, with their own validator. */
    record Form(Encoding encoding, Buffer buffer, String etag, String length) {

        static Form of(Encoding encoding, byte[] bytes, String name) {
            return new Form(
                    encoding,
                    Buffer.buffer(bytes),
                    name == null ? null : '"' + name + encoding.suffix + '"',
                    String.valueOf(bytes.length));
        }
    }

    /**
     * @param name what the validators are made from; null for a reply without
     * @param lifetime for how long others may serve it
     * @param freshUntil milliseconds since the epoch after which nobody may
     */
    public Copy(
            int status,
            String type,
            byte[] plain,
            String name,
            Map<String, String> headers,
            Set<String> keys,
            Lifetime lifetime,
            long freshUntil) {
        this.status = status;
        this.type = type;
        identity = Form.of(Encoding.IDENTITY, plain, name);
        this.name = name;
        this.headers = new LinkedHashMap<>(headers);
        this.keys = keys;
        this.lifetime = lifetime;
        cacheControl = lifetime.usual();
        this.freshUntil = freshUntil;
    }

    /** What this client gets of it. */
    public Answer answer(String acceptEncoding, String ifNoneMatch) {
        Form form =
                name == null || size() < WORTH_ENCODING
                        ? form(Encoding.IDENTITY)
                        : form(Encoding.choose(acceptEncoding));
        boolean known = form.etag != null && EntityTags.match(ifNoneMatch, form.etag);
        return new Answer(this, form, known ? 304 : status);
    }

    private Form form(Encoding encoding) {
        Form form =
                switch (encoding) {
                    case IDENTITY -> identity;
                    case GZIP -> gzip;
                    case BROTLI -> brotli;
                };
        return form != null ? form : make(encoding);
    }

    private synchronized Form make(Encoding encoding) {
        Form known = encoding == Encoding.GZIP ? gzip : brotli;
        if (known != null) {
            return known;
        }
        Form form = Form.of(encoding, encoding.encode(identity.buffer.getBytes()), name);
        if (encoding == Encoding.GZIP) {
            gzip = form;
        } else {
            brotli = form;
        }
        return form;
    }

    private int size() {
        return identity.buffer.length();
    }

    /** For how long others may serve it, as headers. */
    void lifetime(BiConsumer<String, String> header) {
        long left =
                freshUntil == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : Math.max(0, (freshUntil - System.currentTimeMillis()) / 1000);
        lifetime.tell(left, cacheControl, header);
    }

    String type() {
        return type;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** What it was built from. */
    public Set<String> keys() {
        return keys;
    }

    /** For which request it is kept. */
    public String request() {
        return request;
    }

    /** The address of the operation that it is a reply of; null if it was never kept. */
    String template() {
        return template;
    }

    /** About how much memory it takes once its encoded forms are made. */
    public int cost() {
        return FIXED_COST + size() * 2 + keys.size() * COST_OF_KEY;
    }

    /** Whether its body is. */
    public boolean larger(long bytes) {
        return size() > bytes;
    }

    /** For how long at most; for which request, and to which operation. */
    public void keep(String asked, String operation, long until) {
        request = asked;
        template = operation;
        deadline = until;
    }

    /** Nobody may get it any more. */
    public void drop() {
        dead = true;
    }

    /** Whether somebody may get it. */
    public boolean alive(long now) {
        return !dead && now - deadline < 0;
    }

    /** Whether it tells that something is not there. */
    public boolean absent() {
        return status != 200;
    }
}
