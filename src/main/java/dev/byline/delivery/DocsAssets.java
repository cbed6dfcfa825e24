package dev.byline.delivery;

import dev.byline.delivery.reply.Answer;
import dev.byline.delivery.reply.Copy;
import dev.byline.delivery.reply.Lifetime;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> TYPES =
            Map.of(
                    "swagger-ui-bundle.js", SCRIPT,
                    "swagger-ui-standalone-preset.js", SCRIPT,
                    "swagger-ui.css", "text/css;charset=UTF-8");
    private static final Map<String, String> HEADERS =
            Map.of("Cache-Control", "no-cache", "Vary", "Accept-Encoding");

    private final Map<String, Optional<Copy>> copies = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        TYPES.keySet()
                .forEach(
                        file ->
                                router.route("/docs/" + file)
                                        .method(HttpMethod.GET)
                                        .method(HttpMethod.HEAD)
                                        .order(BEFORE_QUARKUS)
                                        .blockingHandler(context -> send(context, file), false));
    }

    private void send(RoutingContext context, String file) {
        copies.computeIfAbsent(file, DocsAssets::read)
                .ifPresentOrElse(copy -> send(context, copy), context::next);
    }

    private static void send(RoutingContext context, Copy copy) {
        Answer answer =
                copy.answer(
                        context.request().getHeader(HttpHeaders.ACCEPT_ENCODING),
                        context.request().getHeader(HttpHeaders.IF_NONE_MATCH));
        answer.head(context, null);
        answer.end(context);
    }

    private static Optional<Copy> read(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
            return Optional.ofNullable(in == null ? null : copy(file, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Copy copy(String file, byte[] bytes) {
        return new Copy(
                200,
                TYPES.get(file),
                bytes,
                Validators.name(bytes),
                HEADERS,
                Set.of(),
                Lifetime.UNSAID,
                Long.MAX_VALUE);
    }
}
