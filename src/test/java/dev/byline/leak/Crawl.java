package dev.byline.leak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.given.ApiTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every public GET of the OpenAPI content document with every parameter, made from names and words
 * that a curious reader may know. A new route is crawled without anybody adding it here.
 */
final class Crawl extends ApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final int LONGEST_WALK = 50;

    private final Collection<String> names;
    private final Collection<String> words;
    private final Set<String> urls = new LinkedHashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();

    /** {@code names} go into paths and filters, {@code words} into full text. */
    Crawl(Collection<String> names, Collection<String> words) throws IOException {
        this.names = names;
        this.words = words;
        JsonNode document =
                new ObjectMapper()
                        .readTree(
                                reader().queryParam("format", "json")
                                        .get("/openapi/content")
                                        .asString());
        document.get("paths")
                .properties()
                .forEach(
                        path -> {
                            if (path.getValue().has("get")) {
                                add(document, path.getKey(), path.getValue());
                            }
                        });
    }

    Set<String> urls() {
        return urls;
    }

    /** One reply, as far as a reader can tell it from another. */
    record Heard(int status, String body, String headers) {

        static Heard of(Response reply) {
            StringBuilder headers = new StringBuilder();
            reply.headers().asList().stream()
                    .filter(header -> !header.getName().equalsIgnoreCase("Trace-Id"))
                    .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                    .forEach(
                            header ->
                                    headers.append(header.getName())
                                            .append(": ")
                                            .append(header.getValue())
                                            .append('\n'));
            return new Heard(reply.statusCode(), reply.asString(), headers.toString());
        }

        /** Everything but the path that the caller sent, which a problem repeats. */
        String said(String url) {
            String path = url.replaceFirst("^HEAD ", "").replaceFirst("\\?.*", "");
            return status >= 400 ? all().replace("\"instance\":\"" + path + "\"", "") : all();
        }

        String all() {
            return status + "\n" + headers + "\n" + body;
        }
    }

    /** Asks for everything, and walks lists to their end. */
    Map<String, Heard> replies() {
        Map<String, Heard> heard = new LinkedHashMap<>();
        urls.forEach(url -> heard.put(url, ask(request(), url)));
        for (String url : listed) {
            String more = url + (url.contains("?") ? "&" : "?");
            String cursor = "";
            for (int i = 0; i < LONGEST_WALK && cursor != null; i++) {
                String page = more + "limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
                Response reply = request().get(page);
                heard.put(page, Heard.of(reply));
                cursor =
                        reply.statusCode() == 200 && reply.asString().contains("\"page\"")
                                ? reply.path("page.next")
                                : null;
            }
        }
        return heard;
    }

    /** Asks for everything that names this. */
    Map<String, Heard> repliesTo(String name) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        urls.stream()
                .filter(url -> url.contains(name))
                .forEach(url -> heard.put(url, ask(request(), url)));
        return heard;
    }

    /** Asks for everything once more, in ways that test for existence. */
    Map<String, Heard> conditional() {
        Map<String, Heard> heard = new LinkedHashMap<>();
        for (String url : urls) {
            heard.put(url, ask(request().header("If-None-Match", "*"), url));
            heard.put("HEAD " + url, Heard.of(request().head(url)));
        }
        return heard;
    }

    private static RequestSpecification request() {
        return reader().urlEncodingEnabled(false).redirects().follow(false);
    }

    private static Heard ask(RequestSpecification request, String url) {
        return Heard.of(request.get(url));
    }

    private void add(JsonNode document, String template, JsonNode path) {
        List<String> paths = new ArrayList<>();
        if (VARIABLE.matcher(template).find()) {
            names.forEach(name -> paths.add(VARIABLE.matcher(template).replaceAll(name)));
        } else {
            paths.add(template);
            listed.add(template);
        }
        for (String each : paths) {
            urls.add(each);
            urls.add(each + "?unknown=1");
            for (String at : List.of("/parameters", "/get/parameters")) {
                for (JsonNode parameter : path.at(at)) {
                    JsonNode known =
                            parameter.has("$ref")
                                    ? document.at(parameter.get("$ref").asText().substring(1))
                                    : parameter;
                    if (known.path("in").asText().equals("query")) {
                        values(known)
                                .forEach(
                                        value ->
                                                urls.add(
                                                        each
                                                                + "?"
                                                                + known.get("name").asText()
                                                                + "="
                                                                + value));
                    }
                }
            }
        }
    }

    private Set<String> values(JsonNode parameter) {
        Set<String> values = new LinkedHashSet<>();
        String name = parameter.get("name").asText();
        parameter.at("/schema/enum").forEach(value -> values.add(value.asText()));
        switch (name) {
            case "limit" -> values.addAll(List.of("1", "100", "0", "x"));
            case "cursor" -> values.add("forged");
            case "total" -> values.addAll(List.of("true", "false", "x"));
            case "from", "to" ->
                    values.addAll(List.of("2020-01-01T00:00:00Z", "2999-06-01T00:00:00Z", "x"));
            case "language" -> values.addAll(List.of("en", "de"));
            case "type" -> values.addAll(List.of("story", "opinion"));
            case "fields" -> values.addAll(List.of("headline", "slug,tags", "state", "input"));
            case "q" -> words.forEach(word -> values.add(encoded(word)));
            default -> {
                values.addAll(names);
                values.add(String.join(",", names));
                words.forEach(word -> values.add(encoded(word)));
            }
        }
        return values;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
