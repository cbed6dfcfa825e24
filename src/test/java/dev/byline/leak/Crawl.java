package dev.byline.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.given.ApiTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every public GET of the OpenAPI content document with every parameter, made from names and words
 * that a curious reader may know. A new route is crawled without anybody adding it here.
 */
final class Crawl extends ApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final int LONGEST_WALK = 50;

    // Not REST Assured: thousands of requests, each of which it would take apart first.
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    // Read once: a test makes many crawls.
    private static JsonNode document;

    private final Collection<String> names;
    private final Collection<String> words;
    private final Set<String> urls = new LinkedHashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();

    /** {@code names} go into paths and filters, {@code words} into full text. */
    Crawl(Collection<String> names, Collection<String> words) throws IOException {
        this.names = names;
        this.words = words;
        JsonNode document = document();
        document.get("paths")
                .properties()
                .forEach(
                        path -> {
                            if (path.getValue().has("get") && !stream(path.getValue())) {
                                add(document, path.getKey(), path.getValue());
                            }
                        });
    }

    private static JsonNode document() throws IOException {
        if (document == null) {
            document =
                    new ObjectMapper()
                            .readTree(
                                    reader().queryParam("format", "json")
                                            .get("/openapi/content")
                                            .asString());
        }
        return document;
    }

    Set<String> urls() {
        return urls;
    }

    /** One reply, as far as a reader can tell it from another. */
    record Heard(int status, String body, String headers) {

        static Heard of(HttpResponse<String> reply) {
            assertThat(reply.statusCode()).as(reply.uri().toString()).isLessThan(500);
            StringBuilder headers = new StringBuilder();
            reply.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!name.equalsIgnoreCase("Trace-Id")
                                        && !name.equalsIgnoreCase("Date")) {
                                    values.forEach(
                                            value ->
                                                    headers.append(name)
                                                            .append(": ")
                                                            .append(value)
                                                            .append('\n'));
                                }
                            });
            return new Heard(reply.statusCode(), reply.body(), headers.toString());
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
        Map<String, Heard> heard = new ConcurrentHashMap<>();
        urls.parallelStream().forEach(url -> heard.put(url, ask("GET", url)));
        for (String url : listed) {
            String cursor = "";
            for (int i = 0; i < LONGEST_WALK && cursor != null; i++) {
                String page = url + "?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
                Heard reply = ask("GET", page);
                heard.put(page, reply);
                Matcher next = NEXT.matcher(reply.body());
                cursor = reply.status() == 200 && next.find() ? next.group(1) : null;
            }
        }
        return heard;
    }

    /** Asks for everything that names this. */
    Map<String, Heard> repliesTo(String name) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        urls.stream()
                .filter(url -> url.contains(name))
                .forEach(url -> heard.put(url, ask("GET", url)));
        return heard;
    }

    /** Asks for everything once more, in ways that test for existence. */
    Map<String, Heard> conditional() {
        Map<String, Heard> heard = new LinkedHashMap<>();
        for (String url : urls) {
            if (!url.contains("?")) {
                heard.put(url, ask("GET", url, "If-None-Match", "*"));
                heard.put("HEAD " + url, ask("HEAD", url));
            }
        }
        return heard;
    }

    private static Heard ask(String method, String url, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + url))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Heard.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events never ends; its own tests ask for what is hidden. */
    private static boolean stream(JsonNode path) {
        return path.at("/get/responses/200/content").has("text/event-stream");
    }

    private void add(JsonNode document, String template, JsonNode path) {
        List<String> paths = new ArrayList<>();
        if (VARIABLE.matcher(template).find()) {
            names.forEach(name -> paths.add(VARIABLE.matcher(template).replaceAll(name)));
        } else {
            paths.add(template);
            listed.add(template);
        }
        if (path.toString().contains("\"prefix\"")) {
            words.forEach(word -> asTyped(template, word));
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
                        // A path with a name in it takes few parameters; one of each will do.
                        values(known).stream()
                                .limit(each.equals(template) ? Long.MAX_VALUE : 1)
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

    /** A word that is typed: whole, and its first letters. */
    private void asTyped(String list, String word) {
        for (int end : Set.of(word.length(), Math.max(2, word.length() - 3))) {
            urls.add(list + "?q=" + encoded(word.substring(0, end)) + "&prefix=true");
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
