package dev.byline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.platform.secret.Sha256;
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
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Renders a cacheable reply to its final bytes, names them by a strong {@code ETag} and answers
 * {@code 304} (RFC 9110).
 */
class Validators {

    private static final int ETAG_BYTES = 16;
    private static final Annotation[] NONE = {};

    @Inject ObjectMapper mapper;
    @Inject Freshness freshness;

    @ServerResponseFilter
    void validate(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource)
            throws JsonProcessingException {
        if (response.getStatus() != 200
                || resource == null
                || resource.getResourceMethod() == null) {
            return;
        }
        Cacheable cacheable = resource.getResourceMethod().getAnnotation(Cacheable.class);
        // Who was told more than the public is told keeps it to themselves.
        if (cacheable == null || response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        byte[] bytes =
                render(
                        response.getEntity(),
                        request.getUriInfo().getQueryParameters().getFirst("fields"));
        String etag = etag(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + freshness.atMost(cacheable.maxAge()));
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, NONE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private byte[] render(Object entity, String fields) throws JsonProcessingException {
        if (fields == null) {
            return mapper.writeValueAsBytes(entity);
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
        return mapper.writeValueAsBytes(tree);
    }

    static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static String etag(byte[] bytes) {
        byte[] hash = Arrays.copyOf(Sha256.of(bytes), ETAG_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }
}
