package dev.byline.given.contract;

import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What went over the line: one request and its reply. */
public record Exchange(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> requestHeaders,
        String requestType,
        String requestBody,
        int status,
        Map<String, String> headers,
        String body) {

    static Exchange of(FilterableRequestSpecification request, String uri, Response reply) {
        // Hostile addresses are no URIs.
        String[] address = uri.replaceFirst("^https?://[^/]+", "").split("\\?", 2);
        Object body = request.getBody();
        return new Exchange(
                request.getMethod(),
                address[0],
                query(address.length > 1 ? address[1] : null),
                headers(request.getHeaders()),
                request.getContentType(),
                body instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : body == null ? null : body.toString(),
                reply.statusCode(),
                headers(reply.headers()),
                reply.asString());
    }

    private static Map<String, String> headers(Headers all) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.forEach(header -> headers.put(header.getName(), header.getValue()));
        return headers;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    String what() {
        return "%s %s %s -> %d %s".formatted(method, path, query, status, body);
    }
}
