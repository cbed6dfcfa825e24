import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writers change articles, labels, media, comments, links and corrections on two nodes; readers compare what those nodes keep
 * with what a third one makes anew. A reply that differs for longer than the bound from one that stays the same is stale.
 * Arguments: addresses of the node without a cache and of the two with one, the admin's key, seconds, seed.
 */
public class Fresh {

    private static final long BOUND_MILLIS = 1000;
    private static final int WRITERS = 2;
    private static final int READERS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String plain;
    private static List<String> nodes;
    private static String key;
    private static volatile long end;
    private static volatile String failure;
    private static final List<String> addresses = new ArrayList<>();
    private static final List<String> labels = new ArrayList<>();
    private static final List<String> media = new ArrayList<>();
    private static final AtomicLong compared = new AtomicLong();
    private static final AtomicLong waited = new AtomicLong();
    private static final AtomicLong slowest = new AtomicLong();
    private static final Map<String, AtomicLong> writes = new ConcurrentHashMap<>();

    private record Reply(int status, String body) {

        JsonNode json() throws Exception {
            return JSON.readTree(body);
        }
    }

    public static void main(String[] args) throws Exception {
        plain = args[0];
        nodes = List.of(args[1], args[2]);
        key = args[3];
        end = System.currentTimeMillis() + Long.parseLong(args[4]) * 1000;
        long seed = Long.parseLong(args[5]);
        List<Thread> threads = new ArrayList<>();
        List<Writer> writers = new ArrayList<>();
        labels();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(i, new Random(seed + i)));
        }
        addresses.addAll(List.of("/v1/articles", "/v1/articles?limit=5&total=true", "/v1/sections", "/v1/tags", "/v1/authors",
                "/v1/search?q=harbour", "/v1/articles?q=changed&sort=relevance", "/v1/articles?sort=updated"));
        media.forEach(id -> addresses.add("/v1/media/" + id));
        for (Writer writer : writers) {
            threads.add(new Thread(() -> run(writer::write)));
        }
        for (int i = 0; i < READERS; i++) {
            Random random = new Random(seed * 31 + i);
            threads.add(new Thread(() -> run(() -> compare(random))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        // Afterwards nothing changes any more, but what was to come by itself: all must agree.
        Thread.sleep(4000);
        Random random = new Random(seed);
        for (String address : addresses) {
            for (String node : nodes) {
                compare(random, node, address);
            }
        }
        if (failure != null) {
            System.out.println(failure);
            System.exit(1);
        }
        long all = writes.values().stream().mapToLong(AtomicLong::get).sum();
        System.out.println(new TreeMap<>(writes));
        if (all < 40 || compared.get() < 250 || writes.size() < 10) {
            System.out.println("too little happened: " + all + " writes, " + compared + " comparisons");
            System.exit(1);
        }
        System.out.printf("%d replies compared after %d writes of %d kinds, none stale; %d took more than 50 ms to agree, %d at most%n",
                compared.get(), all, writes.size(), waited.get(), slowest.get());
    }

    private interface Step {
        void take() throws Exception;
    }

    private static void run(Step step) {
        while (System.currentTimeMillis() < end && failure == null) {
            try {
                step.take();
            } catch (Exception e) {
                fail(e.toString() + " " + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length)));
            }
        }
    }

    private static synchronized void fail(String why) {
        if (failure == null) {
            failure = why;
        }
    }

    // --- readers

    private static void compare(Random random) throws Exception {
        compare(random, nodes.get(random.nextInt(2)), addresses.get(random.nextInt(addresses.size())));
    }

    private static void compare(Random random, String node, String address) throws Exception {
        compared.incrementAndGet();
        Reply made = get(plain, address);
        long since = System.currentTimeMillis();
        long first = since;
        while (true) {
            Reply kept = get(node, address);
            if (kept.equals(made)) {
                break;
            }
            Reply now = get(plain, address);
            long time = System.currentTimeMillis();
            if (kept.equals(now)) {
                break;
            }
            if (!now.equals(made)) {
                made = now;
                since = time;
            } else if (time - since > BOUND_MILLIS) {
                fail(node + address + " is stale after " + (time - since) + " ms:\n" + kept + "\ninstead of\n" + made);
                return;
            }
            Thread.sleep(5);
        }
        long took = System.currentTimeMillis() - first;
        if (took > 50) {
            waited.incrementAndGet();
            slowest.accumulateAndGet(took, Math::max);
        }
    }

    private static Reply get(String node, String address) throws Exception {
        return send(node, "GET", address, null, false);
    }

    private static Reply send(String node, String method, String path, Object body, boolean admin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path)).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (admin) {
            request.header("Authorization", "Bearer " + key).header("If-Match", "*");
        }
        if (body != null) {
            request.header("Content-Type", method.equals("PATCH") && admin ? "application/merge-patch+json" : "application/json");
        }
        HttpResponse<String> reply = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(reply.statusCode(), reply.body());
    }

    // --- writers

    private static void labels() throws Exception {
        for (String kind : List.of("sections", "tags", "authors")) {
            for (int i = 0; i < 2; i++) {
                Reply made = send(plain, "POST", "/v1/newsroom/" + kind, Map.of("name", "Fresh " + kind + i), true);
                if (made.status != 201) {
                    throw new IllegalStateException(kind + ": " + made);
                }
                labels.add(kind + "/" + made.json().get("id").asText());
                String slug = made.json().get("slug").asText();
                addresses.add("/v1/" + kind + "/" + slug);
                addresses.add("/v1/articles?" + kind.substring(0, kind.length() - 1) + "=" + slug);
            }
        }
        for (JsonNode item : get(plain, "/v1/articles?limit=20").json().get("items")) {
            if (item.has("leadMedia") && media.size() < 3) {
                media.add(item.get("leadMedia").get("media").get("id").asText());
                addresses.add("/v1/articles/" + item.get("slug").asText());
            }
        }
    }

    private static final class Writer {

        private final int number;
        private final Random random;
        private final List<String> ids = new ArrayList<>();
        private final List<String> slugs = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();
        private int count;

        Writer(int number, Random random) throws Exception {
            this.number = number;
            this.random = random;
            for (int i = 0; i < 4; i++) {
                Reply made = send(plain, "POST", "/v1/newsroom/articles",
                        Map.of("headline", "Harbour " + number + " " + i, "section", "fresh-sections" + i % 2, "language", "en",
                                "tags", List.of("fresh-tags" + i % 2), "authors", List.of(Map.of("author", "fresh-authors0")),
                                "leadMedia", Map.of("media", media.get(i % media.size())), "bodyHtml", "<p>Words of the harbour.</p>"), true);
                if (made.status != 201) {
                    throw new IllegalStateException(made.toString());
                }
                ids.add(made.json().get("id").asText());
                slugs.add(made.json().get("slug").asText());
                act(plain, ids.get(i), "publish", Map.of());
                String item = "/v1/articles/" + slugs.get(i);
                addresses.addAll(List.of(item, item, item + "?include=related,comments", item + "/comments",
                        item + "/related", item + "/corrections", item + "/media", "/v1/articles/" + ids.get(i),
                        "/v1/comments/counts?articles=" + ids.get(i), item + "?fields=headline,comments"));
            }
        }

        void write() throws Exception {
            String node = nodes.get(random.nextInt(2));
            int which = random.nextInt(ids.size());
            String id = ids.get(which);
            String item = "/v1/newsroom/articles/" + id;
            String soon = Instant.now().plusMillis(1200 + random.nextInt(900)).truncatedTo(ChronoUnit.MILLIS).toString();
            String text = "changed " + number + " " + ++count;
            switch (random.nextInt(14)) {
                case 0, 1 -> change(node, id, slugs.get(which), text);
                case 2 -> done("unpublish", act(node, id, "unpublish", null));
                case 3 -> done("expiry", act(node, id, "publish", Map.of("expiresAt", soon)));
                case 4 -> {
                    Reply scheduled = act(node, id, "schedule", Map.of("at", soon));
                    // Refused where an end that was set before is nearer.
                    if (scheduled.status != 400) {
                        done("schedule", scheduled);
                    }
                }
                case 5 -> done("takedown", act(node, id, "takedown", Map.of("reason", "error")));
                case 6 -> {
                    for (String one : ids) {
                        done("restore", act(node, one, "restore", null));
                    }
                }
                case 7 -> done("publish", act(node, id, "publish", Map.of("update", "material")));
                case 8 -> {
                    String label = labels.get(random.nextInt(labels.size()));
                    done("label", send(node, "PATCH", "/v1/newsroom/" + label, Map.of("name", text), true));
                }
                case 9 -> done("media", send(node, "PATCH", "/v1/newsroom/media/" + media.get(random.nextInt(media.size())),
                        Map.of("alt", text), true));
                case 10 -> {
                    Reply posted = send(node, "POST", "/v1/articles/" + id + "/comments",
                            Map.of("author", Map.of("name", "Ada", "email", "ada" + count + "@example.org"), "text", text), false);
                    done("comment", posted);
                    if (posted.status == 201) {
                        comments.add(posted.json().get("id").asText());
                    }
                }
                case 11 -> {
                    if (!comments.isEmpty()) {
                        String verb = List.of("approve", "reject", "spam").get(random.nextInt(3));
                        done("moderation", send(node, "POST", "/v1/newsroom/comments/" + comments.get(random.nextInt(comments.size()))
                                + "/" + verb, verb.equals("reject") ? Map.of("reason", "other") : Map.of(), true));
                    }
                }
                case 12 -> done("correction", send(node, "POST", item + "/corrections",
                        Map.of("kind", "update", "text", text), true));
                case 13 -> done("related", send(node, "PUT", item + "/related", Map.of("items", List.of(Map.of("rel", "related",
                        "article", ids.get((which + 1) % ids.size())))), true));
                default -> throw new IllegalStateException();
            }
            Thread.sleep(random.nextInt(120));
        }

        // The writing node itself shows it at once.
        private void change(String node, String id, String slug, String text) throws Exception {
            Reply saved = send(node, "PATCH", "/v1/newsroom/articles/" + id, Map.of("headline", text), true);
            done("save", saved);
            Reply published = act(node, id, "publish", Map.of());
            done("publish", published);
            if (saved.status == 200 && published.status == 200) {
                Reply read = get(node, "/v1/articles/" + slug);
                // Whatever ends by the clock may have ended.
                if (read.status == 200 && !read.json().get("headline").asText().equals(text)) {
                    fail("what was written on " + node + " is not read there: " + text + ", " + read);
                }
            }
        }

        private static Reply act(String node, String id, String verb, Object body) throws Exception {
            return send(node, "POST", "/v1/newsroom/articles/" + id + "/" + verb, body == null ? Map.of() : body, true);
        }

        // Transitions that the state forbids are part of the game.
        private static void done(String kind, Reply reply) {
            if (reply.status < 300) {
                writes.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
            } else if (reply.status != 409 && reply.status != 422 && reply.status != 404 && reply.status != 410
                    && reply.status != 403) {
                fail(kind + ": " + reply);
            }
        }
    }
}
