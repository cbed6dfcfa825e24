import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether time tells a draft from an article that never was: asks for each address once, in random order, and compares the
 * medians. Usage: java bench/Existence.java BASE KEY DRAFTS
 */
public class Existence {

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    static final double MOST = 0.10;

    /** One question: the address of an item to be asked for, and how. */
    record Probe(HttpRequest request, boolean hidden) {}

    public static void main(String[] args) throws Exception {
        String base = args[0];
        String key = args[1];
        int drafts = Integer.parseInt(args[2]);
        write(base, key, "sections", "{\"name\":\"News\"}");
        List<String> slugs = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < drafts; i++) {
            String slug = "hidden-%06d".formatted(i);
            String body = write(base, key, "articles", "{\"headline\":\"Kept back %d\",\"slug\":\"%s\",\"section\":\"news\",\"language\":\"en\",\"body\":[{\"type\":\"paragraph\",\"html\":\"%s\"}]}"
                    .formatted(i, slug, "Not yet for readers. ".repeat(100)));
            Matcher id = ID.matcher(body);
            id.find();
            slugs.add(slug);
            ids.add(id.group(1));
        }
        int failed = 0;
        System.out.println("| asked for | draft, median ms | unknown | difference |\n|---|---|---|---|");
        for (String part : List.of("", "/related", "/comments", "/media", "/corrections")) {
            failed += compare("GET by slug" + part, probes(slugs, "absent-%06d", (name, n) -> get(base, name + part)));
            failed += compare("GET by id" + part, probes(ids, null, (name, n) -> get(base, name + part)));
        }
        failed += compare("POST comments", probes(slugs, "absent-%06d", (name, n) -> HttpRequest.newBuilder(URI.create(base + "/v1/articles/" + name + "/comments"))
                .header("Content-Type", "application/json").header("X-Forwarded-For", "10.%d.%d.7".formatted(n / 200, n % 200))
                .POST(BodyPublishers.ofString("{\"author\":{\"name\":\"Ada\",\"email\":\"ada%d@example.org\"},\"text\":\"Is it there? %d\"}".formatted(n, n))).build()));
        System.exit(failed == 0 ? 0 : 1);
    }

    static HttpRequest get(String base, String name) {
        return HttpRequest.newBuilder(URI.create(base + "/v1/articles/" + name)).build();
    }

    /** {@code absent} makes names like those of drafts; ids when null. */
    static List<Probe> probes(List<String> names, String absent, BiFunction<String, Integer, HttpRequest> ask) {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            UUID near = new UUID(absent == null ? UUID.fromString(names.get(i)).getMostSignificantBits() : 0, 0x8000000000000000L | i * 7919L);
            probes.add(new Probe(ask.apply(names.get(i), 2 * i), true));
            probes.add(new Probe(ask.apply(absent == null ? near.toString() : absent.formatted(i), 2 * i + 1), false));
        }
        Collections.shuffle(probes, new Random(42));
        return probes;
    }

    static int compare(String what, List<Probe> probes) throws Exception {
        List<Double> hidden = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        for (Probe probe : probes) {
            long start = System.nanoTime();
            HttpResponse<String> reply = HTTP.send(probe.request(), BodyHandlers.ofString());
            double ms = (System.nanoTime() - start) / 1e6;
            if (reply.statusCode() != 404) {
                throw new IllegalStateException(probe.request().uri() + ": " + reply.statusCode() + " " + reply.body());
            }
            (probe.hidden() ? hidden : unknown).add(ms);
        }
        double difference = median(hidden) / median(unknown) - 1;
        System.out.printf("| %s | %.3f | %.3f | %+.1f %% |%n", what, median(hidden), median(unknown), 100 * difference);
        return Math.abs(difference) < MOST ? 0 : 1;
    }

    static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    static String write(String base, String key, String kind, String json) throws Exception {
        HttpResponse<String> reply = HTTP.send(HttpRequest.newBuilder(URI.create(base + "/v1/newsroom/" + kind)).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
        if (reply.statusCode() != 201) {
            throw new IllegalStateException(reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }
}
