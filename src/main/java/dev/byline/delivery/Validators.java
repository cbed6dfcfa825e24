package dev.byline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.delivery.cache.Copies;
import dev.byline.delivery.cache.Crowd;
import dev.byline.delivery.cache.Ticket;
import dev.byline.delivery.reply.Answer;
import dev.byline.delivery.reply.Copy;
import dev.byline.delivery.reply.Lifetime;
import dev.byline.delivery.reply.SurrogateKeys;
import dev.byline.platform.secret.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Renders a cacheable reply to its final bytes, names them by a strong {@code ETag}, answers {@code
 * 304} (RFC 9110), and leaves a copy for who asks next.
 */
class Validators {

    private static final int LAST = 1;
    private static final int ETAG_BYTES = 16;
    private static final Annotation[] NONE = {};
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final Set<Integer> ABSENT = Set.of(404, 410, 308);

    @Inject ObjectMapper mapper;
    @Inject Freshness freshness;
    @Inject BuiltFrom builtFrom;
    @Inject Copies copies;
    @Inject Crowd crowd;
    @Inject Lifetimes lifetimes;
    @Inject CurrentVertxRequest current;

    @ServerResponseFilter(priority = LAST)
    void validate(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource)
            throws JsonProcessingException {
        crowd.leave(current.getCurrent());
        if (resource == null || resource.getResourceMethod() == null) {
            return;
        }
        Cacheable cacheable = resource.getResourceMethod().getAnnotation(Cacheable.class);
        // Who was told more than the public is told keeps it to themselves.
        if (cacheable == null || response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        if (response.getStatus() == 200) {
            found(request, response, cacheable);
        } else if (ABSENT.contains(response.getStatus())) {
            absent(request, response);
        }
    }

    private void found(
            ContainerRequestContext request, ContainerResponseContext response, Cacheable cacheable)
            throws JsonProcessingException {
        String fields = request.getUriInfo().getQueryParameters().getFirst("fields");
        Rendering rendering = render(response.getEntity(), fields);
        vary(response);
        Set<String> keys = SurrogateKeys.of(rendering.whole, builtFrom.keys());
        tell(response, keys);
        Copy copy =
                new Copy(
                        200,
                        JSON,
                        rendering.bytes,
                        name(rendering.bytes),
                        headers(response),
                        keys,
                        lifetimes.of(request.getUriInfo().getPath(), cacheable.maxAge()),
                        freshness.until());
        keep(copy);
        Answer answer =
                copy.answer(
                        request.getHeaderString(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        answer.headers(response.getHeaders()::putSingle);
        response.setStatus(answer.status());
        if (answer.bytes() == null) {
            response.setEntity(null);
        } else {
            response.setEntity(answer.bytes(), NONE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    // An address that moved leads on with the query as it was typed, so that only one without is
    // the same for all.
    private void absent(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (response.getStatus() == 308
                && request.getUriInfo().getRequestUri().getRawQuery() != null) {
            return;
        }
        byte[] bytes =
                response.getEntity() == null
                        ? new byte[0]
                        : mapper.writeValueAsBytes(response.getEntity());
        String type =
                response.getMediaType() == null || bytes.length == 0
                        ? null
                        : response.getMediaType().toString();
        tell(response, Set.of(SurrogateKeys.ABSENT));
        keep(
                new Copy(
                        response.getStatus(),
                        type,
                        bytes,
                        null,
                        headers(response),
                        Set.of(SurrogateKeys.ABSENT),
                        Lifetime.UNSAID,
                        Long.MAX_VALUE));
    }

    private void tell(ContainerResponseContext response, Set<String> keys) {
        if (copies.tellsKeys()) {
            response.getHeaders().putSingle(SurrogateKeys.HEADER, SurrogateKeys.header(keys));
        }
    }

    private void keep(Copy copy) {
        Ticket ticket = current.getCurrent().get(Ticket.NAME);
        if (ticket != null) {
            copies.keep(ticket, copy);
        }
    }

    private static void vary(ContainerResponseContext response) {
        Object vary = response.getHeaders().getFirst(HttpHeaders.VARY);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.VARY,
                        vary == null ? "Accept-Encoding" : vary + ", Accept-Encoding");
    }

    private static Map<String, String> headers(ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getStringHeaders()
                .forEach(
                        (name, values) -> {
                            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                                headers.put(name, String.join(", ", values));
                            }
                        });
        return headers;
    }

    /** The bytes to send, and those of the whole reply that they are taken from. */
    private record Rendering(byte[] bytes, byte[] whole) {}

    private Rendering render(Object entity, String fields) throws JsonProcessingException {
        byte[] whole = mapper.writeValueAsBytes(entity);
        if (fields == null) {
            return new Rendering(whole, whole);
        }
        Set<String> wanted = new HashSet<>(List.of(fields.split(",")));
        wanted.add("id");
        JsonNode tree = mapper.valueToTree(entity);
        JsonNode items = tree.get("items");
        if (items != null && items.isArray()) {
            items.forEach(item -> ((ObjectNode) item).retain(wanted));
        } else {
            ((ObjectNode) tree).retain(wanted);
        }
        return new Rendering(mapper.writeValueAsBytes(tree), whole);
    }

    static String name(byte[] bytes) {
        byte[] hash = Arrays.copyOf(Sha256.of(bytes), ETAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
