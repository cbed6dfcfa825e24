package dev.byline.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * The docs page is 1.9 MB of scripts and styles, which Quarkus sends as they are, and anew each
 * time; its setting for compression does not reach them. Here they are sent packed, and once. Where
 * they are not found in the jar, Quarkus sends them.
 */
@ApplicationScoped
class DocsAssets {

    private static final int BEFORE_QUARKUS = -1;
    private static final String FOLDER =
            "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
                    "swagger-ui-standalone-preset.js", "text/javascript;charset=UTF-8",
                    "swagger-ui.css", "text/css;charset=UTF-8");
    private static final Packed NONE = new Packed(new byte[0], "");

    private final Map<String, Packed> packed = new ConcurrentHashMap<>();

    /** The bytes as they travel. */
    private record Packed(byte[] bytes, String tag) {}

    void register(@Observes Router router) {
        TYPES.keySet()
                .forEach(
                        file ->
                                router.route("/docs/" + file)
                                        .method(HttpMethod.GET)
                                        .order(BEFORE_QUARKUS)
                                        .blockingHandler(context -> send(context, file)));
    }

    private void send(RoutingContext context, String file) {
        context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        Packed asset =
                accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!;q=0(\\.0*)?\\b).*")
                        ? packed.computeIfAbsent(file, DocsAssets::pack)
                        : NONE;
        if (asset == NONE) {
            context.next();
            return;
        }
        HttpServerResponse response =
                context.response()
                        .putHeader(HttpHeaders.ETAG, asset.tag())
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (asset.tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(file))
                .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                .end(Buffer.buffer(asset.bytes()));
    }

    private static Packed pack(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                return NONE;
            }
            var bytes = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(bytes)) {
                in.transferTo(out);
            }
            CRC32 sum = new CRC32();
            sum.update(bytes.toByteArray());
            return new Packed(bytes.toByteArray(), "\"%x-gz\"".formatted(sum.getValue()));
        } catch (IOException e) {
            return NONE;
        }
    }
}
