import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes payloads into every field that a running Byline takes, and shows the replies in Chromium as a client would: members
 * that are documented as HTML by innerHTML, text as text and as attributes, addresses as links that are clicked. Nothing may
 * run. The payloads that count themselves, shown as they are, must run: otherwise nothing was measured.
 *
 * <p>Usage: java .ci/Xss.java BASE KEY CORPUS CHROMIUM PROFILE
 */
public class Xss {

    static final int CONTROL_FIRES = 300;
    static final int REPLIES_A_FRAME = 40;
    static final int PAYLOADS_A_FRAME = 150;
    static final int CHARACTERS_A_FRAME = 400_000;
    static final String PAGE = "/1.html";

    // What runs: each with a number of its own in place of N.
    static final List<String> VECTORS =
            List.of(
                    "<img src=x onerror=alert(N)>",
                    "<img src=x onerror=\"alert(N)\"/>",
                    "<svg onload=alert(N)></svg>",
                    "<svg><animate onbegin=alert(N) attributeName=x dur=1s></animate></svg>",
                    "<svg><a href=javascript:alert(N)><text y=9>x</text></a></svg>",
                    "<math><a href=javascript:alert(N)>x</a></math>",
                    "<video src=x onerror=alert(N)></video>",
                    "<video><source onerror=alert(N) src=x></video>",
                    "<audio src=x onerror=alert(N)></audio>",
                    "<details open ontoggle=alert(N)>x</details>",
                    "<input autofocus onfocus=alert(N)>",
                    "<textarea autofocus onfocus=alert(N)></textarea>",
                    "<button onclick=alert(N)>x</button>",
                    "<iframe srcdoc='<script>parent.alert(N)</script>'></iframe>",
                    "<iframe src=javascript:parent.alert(N)></iframe>",
                    "<a href=javascript:alert(N)>x</a>",
                    "<a href=\" java&Tab;script&colon;alert(N)\">x</a>",
                    "<form action=javascript:alert(N)><button>x</button></form>",
                    "<marquee onstart=alert(N)>x</marquee>",
                    "<style onload=alert(N)></style>",
                    "<object data=\"javascript:alert(N)\"></object>",
                    "<p onmouseover=alert(N)>x</p>",
                    "<b style=\"animation:x\" onanimationstart=alert(N) tabindex=0>x</b>",
                    "<script>alert(N)</script>");

    // What a filter may take for the end, or for the inside, of something harmless.
    static final List<String> PREFIXES =
            List.of(
                    "",
                    "\">",
                    "'>",
                    "--><!--x--!>",
                    "<!--><b>",
                    "</textarea></title></style></xmp>",
                    "<noscript><p title=\"</noscript>",
                    "<math><mtext><table><mglyph><style><!--</style>",
                    "<svg></p><style><a id=\"</style>",
                    "<form><math><mtext></form><form><mglyph><style></math>",
                    "<a href=\"https://ok.example/\">",
                    "&lt;b&gt;<b/<",
                    "<xy ",
                    "<table><tr><td>",
                    "<![CDATA[>]]>",
                    "<p title='");

    static final AtomicInteger NUMBER = new AtomicInteger();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    final String base;
    final String key;
    final List<String> corpus;
    final List<String> generated = new ArrayList<>();
    final List<String> replies = Collections.synchronizedList(new ArrayList<>());
    final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    Xss(String base, String key, List<String> corpus) {
        this.base = base;
        this.key = key;
        this.corpus = corpus;
        for (String prefix : PREFIXES) {
            for (String vector : VECTORS) {
                for (int spelling = 0; spelling < 7; spelling++) {
                    generated.add(prefix + spelt(vector.replace("N", "" + NUMBER.incrementAndGet()), spelling));
                }
            }
        }
    }

    static String spelt(String vector, int spelling) {
        return switch (spelling) {
            case 0 -> vector;
            case 1 -> vector.toUpperCase().replace("PARENT.", "parent.").replace("ALERT(", "alert(").replace("TAB;", "Tab;").replace("COLON;", "colon;");
            case 2 -> vector.replaceFirst(" ", "/");
            case 3 -> vector.replaceFirst(" ", "\t\n").replace("=alert", "\n=\nalert");
            case 4 -> vector.replaceFirst("alert", "&#97;lert");
            case 5 -> vector.replaceFirst(">", " x='").replaceFirst("'?$", "'>");
            default -> "<" + vector + "<!--";
        };
    }

    public static void main(String[] args) throws Exception {
        List<String> corpus = Files.readAllLines(Path.of(args[2])).stream().filter(line -> !line.isEmpty()).toList();
        Xss xss = new Xss(args[0], args[1], corpus);
        long started = System.nanoTime();
        xss.write();
        System.out.printf("xss: %d payloads, %d replies in %d s, statuses %s%n", xss.all().size(), xss.replies.size(), (System.nanoTime() - started) / 1_000_000_000, xss.statuses);
        Verdict byline = Browser.show(args[3], args[4] + "/byline", parts(xss.replies, REPLIES_A_FRAME), "reply");
        Verdict control = Browser.show(args[3], args[4] + "/control", parts(xss.generated.stream().map(Xss::json).toList(), PAYLOADS_A_FRAME), "raw");
        System.out.println("xss: Byline  " + byline);
        System.out.println("xss: control " + control);
        boolean good = byline.fired.isEmpty() && byline.odd.isEmpty() && byline.missing == 0 && byline.shown > all(xss) && control.fired.size() >= CONTROL_FIRES;
        System.out.printf("xss: %s in %d s%n", good ? "passed" : "FAILED", (System.nanoTime() - started) / 1_000_000_000);
        System.exit(good ? 0 : 1);
    }

    static int all(Xss xss) {
        return xss.all().size();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(corpus);
        all.addAll(generated);
        return all;
    }

    // --- into every field

    void write() throws Exception {
        String settings = "{\"perEmail\":10000,\"perBlock\":100000,\"maxLinks\":100,\"quota\":{\"comments\":1000000,\"minutes\":10}}";
        String etag = send("GET", "/v1/newsroom/settings/comments", null, Map.of()).headers().firstValue("ETag").orElseThrow();
        expect(200, send("PUT", "/v1/newsroom/settings/comments", settings, Map.of("If-Match", etag)));
        send("POST", "/v1/newsroom/sections", "{\"name\":\"Payloads\",\"slug\":\"payloads\"}", Map.of());
        String media = upload();
        String article = publish("{\"headline\":\"Replies\",\"section\":\"payloads\",\"language\":\"en\",\"body\":[{\"type\":\"paragraph\",\"html\":\"x\"}],\"comments\":{\"policy\":\"open\"}}");
        List<Callable<Void>> jobs = new ArrayList<>();
        List<List<String>> hundreds = lists(all(), 100);
        for (int i = 0; i < hundreds.size(); i++) {
            List<String> some = hundreds.get(i);
            int number = i;
            jobs.add(() -> run(() -> blocks(some, media, number)));
        }
        for (List<String> some : lists(corpus, 1)) {
            jobs.add(() -> run(() -> html(some.get(0))));
            jobs.add(() -> run(() -> comment(article, some.get(0), some.get(0), some.get(0))));
        }
        for (List<String> some : lists(generated, 12)) {
            jobs.add(() -> run(() -> html(some.get(0))));
            jobs.add(() -> run(() -> comment(article, some.get(0), String.join("\n", some), "https://a.example/" + some.get(1))));
        }
        for (String url : List.of("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example", "https://a.example/\"onmouseover=\"alert(1)", "https://a.example/' onclick='alert(1)", "https:javascript:alert(1)", "https://javascript:alert(1)@a.example")) {
            jobs.add(() -> run(() -> comment(article, "Ada", "See " + url, url)));
            jobs.add(() -> run(() -> html("<p><a href=\"" + url.replace("\"", "&quot;") + "\">x</a></p>")));
        }
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (var done : writers.invokeAll(jobs)) {
            done.get();
        }
        writers.shutdown();
        keep(send("GET", "/v1/articles/" + article + "?include=comments,related", null, Map.of()));
        keep(send("GET", "/v1/articles?limit=100", null, Map.of()));
        keep(send("GET", "/v1/articles/" + article + "/comments?limit=100", null, Map.of()));
        keep(send("GET", "/v1/newsroom/comments?limit=100&state=held", null, Map.of()));
        keep(send("GET", "/v1/newsroom/media/" + media, null, Map.of()));
        keep(send("GET", "/v1/search?q=alert&limit=50", null, Map.of()));
    }

    interface Work {
        void run() throws Exception;
    }

    static Void run(Work work) throws Exception {
        work.run();
        return null;
    }

    void comment(String article, String name, String text, String website) throws Exception {
        String author = "{\"name\":" + json(cut(name.replaceAll("[\\p{Cntrl}]", " "), 80)) + ",\"email\":\"reader@example.org\"";
        String rest = "},\"text\":" + json(cut(text, 5000)) + "}";
        HttpResponse<String> reply = send("POST", "/v1/articles/" + article + "/comments", author(author + ",\"website\":" + json(cut(website, 500)), rest), Map.of());
        if (reply.statusCode() == 400) {
            reply = send("POST", "/v1/articles/" + article + "/comments", author(author, rest), Map.of());
        }
        keep(reply);
    }

    static String author(String author, String rest) {
        return "{\"author\":" + author + rest;
    }

    void html(String payload) throws Exception {
        keep(send("POST", "/v1/newsroom/articles", "{\"headline\":\"Payload\",\"bodyHtml\":" + json("<p>before</p>" + payload + "<p>after</p>") + "}", Map.of()));
    }

    static final Pattern REFUSED = Pattern.compile("\"/body/(\\d+)");

    void blocks(List<String> payloads, String media, int number) throws Exception {
        List<String> blocks = new ArrayList<>();
        for (String payload : payloads) {
            String it = json(payload);
            String line = json(cut(payload.replaceAll("\\p{Cntrl}", " "), 300));
            blocks.add("{\"type\":\"paragraph\",\"html\":" + it + "}");
            blocks.add("{\"type\":\"quote\",\"html\":" + it + ",\"cite\":" + line + "}");
            blocks.add("{\"type\":\"list\",\"ordered\":false,\"items\":[" + it + "]}");
            blocks.add("{\"type\":\"html\",\"html\":" + it + "}");
            blocks.add("{\"type\":\"table\",\"caption\":" + line + ",\"header\":[" + it + "],\"rows\":[[" + it + "]]}");
            blocks.add("{\"type\":\"heading\",\"level\":2,\"text\":" + line + "}");
            blocks.add("{\"type\":\"image\",\"media\":\"" + media + "\",\"caption\":" + line + ",\"alt\":" + line + "}");
        }
        String line = json(cut(payloads.get(0).replaceAll("\\p{Cntrl}", " "), 90));
        for (int attempt = 0; attempt < 30; attempt++) {
            String article = "{\"headline\":" + line + ",\"slug\":\"payloads-" + number + "\",\"kicker\":" + line + ",\"standfirst\":" + line + ",\"byline\":" + line + ",\"section\":\"payloads\",\"language\":\"en\",\"body\":[" + String.join(",", blocks) + "]}";
            HttpResponse<String> reply = send("POST", "/v1/newsroom/articles", article, Map.of());
            if (reply.statusCode() != 400) {
                HttpResponse<String> published = send("POST", reply.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "") + "/publish", "{}", Map.of("If-Match", reply.headers().firstValue("ETag").orElseThrow()));
                keep(published);
                keep(send("GET", "/v1/articles/payloads-" + number, null, Map.of()));
                return;
            }
            TreeSet<Integer> refused = new TreeSet<>();
            Matcher matcher = REFUSED.matcher(reply.body());
            while (matcher.find()) {
                refused.add(Integer.valueOf(matcher.group(1)));
            }
            if (refused.isEmpty()) {
                throw new IllegalStateException("Refused: " + cut(reply.body(), 500));
            }
            refused.descendingSet().forEach(index -> blocks.remove((int) index));
        }
        throw new IllegalStateException("Refused thirty times");
    }

    String publish(String article) throws Exception {
        HttpResponse<String> draft = send("POST", "/v1/newsroom/articles", article, Map.of());
        expect(201, draft);
        String id = id(draft.body());
        expect(200, send("POST", "/v1/newsroom/articles/" + id + "/publish", "{}", Map.of("If-Match", draft.headers().firstValue("ETag").orElseThrow())));
        return id;
    }

    static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    String upload() throws Exception {
        String text = json(cut(String.join(" ", corpus.subList(0, 20)), 900));
        String name = json(cut(corpus.get(7), 90));
        String metadata = "{\"alt\":" + text + ",\"caption\":" + text + ",\"headline\":" + name + ",\"attribution\":{\"creators\":[{\"name\":" + name + "}],\"source\":" + name + ",\"copyrightNotice\":" + text + ",\"usageTerms\":" + text + "}}";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n" + metadata + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<img src=x onerror=alert(1)>.png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Base64.getDecoder().decode(PNG));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> reply = HTTP.send(HttpRequest.newBuilder(URI.create(base + "/v1/newsroom/media")).header("Authorization", "Bearer " + key).header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.ofByteArray(body.toByteArray())).build(), BodyHandlers.ofString());
        expect(201, reply);
        keep(reply);
        return id(reply.body());
    }

    static String id(String json) {
        Matcher id = Pattern.compile("\"id\" ?: ?\"([0-9a-f-]{36})\"").matcher(json);
        if (!id.find()) {
            throw new IllegalStateException(json);
        }
        return id.group(1);
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (path.startsWith("/v1/newsroom")) {
            request.header("Authorization", "Bearer " + key);
        }
        headers.forEach(request::header);
        HttpResponse<String> reply = HTTP.send(request.build(), BodyHandlers.ofString());
        statuses.computeIfAbsent(reply.statusCode(), status -> new AtomicInteger()).incrementAndGet();
        return reply;
    }

    // A refusal is shown as well: it may repeat what it refuses.
    void keep(HttpResponse<String> reply) {
        if (reply.statusCode() >= 500) {
            throw new IllegalStateException(reply.statusCode() + " " + reply.body());
        }
        replies.add(reply.body());
    }

    static void expect(int status, HttpResponse<String> reply) {
        if (reply.statusCode() != status) {
            throw new IllegalStateException(reply.statusCode() + " " + reply.body());
        }
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    static <T> List<List<T>> lists(List<T> all, int size) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            lists.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return lists;
    }

    /** Arrays of at most so many, and of so many characters where one alone is not longer. */
    static List<String> parts(List<String> jsons, int size) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int length = 0;
        for (int i = 0; i < jsons.size(); i++) {
            if (i > start && (i - start == size || length + jsons.get(i).length() > CHARACTERS_A_FRAME)) {
                parts.add(jsons.subList(start, i).toString());
                start = i;
                length = 0;
            }
            length += jsons.get(i).length();
        }
        parts.add(jsons.subList(start, jsons.size()).toString());
        return parts;
    }

    /** A JSON string that is safe inside a script of a page. */
    static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** What the browser saw. */
    record Verdict(int shown, TreeSet<String> fired, TreeSet<String> odd, int missing) {

        @Override
        public String toString() {
            return "%d values shown, %d distinct executions %s, %d oddities %s, %d frames lost".formatted(shown, fired.size(), cut(fired.toString(), 200), odd.size(), cut(odd.toString(), 2000), missing);
        }
    }

    /** Chromium, and the server of the pages that it opens. */
    static final class Browser {

        static Verdict show(String chromium, String profile, List<String> parts, String kind) throws Exception {
            Map<String, String> told = new HashMap<>();
            CountDownLatch done = new CountDownLatch(1);
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(4));
            String page = Files.readString(Path.of(".ci/xss.html"));
            server.createContext("/", call -> {
                String path = call.getRequestURI().getPath();
                String query = String.valueOf(call.getRequestURI().getQuery());
                if (path.equals("/parent")) {
                    reply(call, 200, page.replace("FRAMES", "" + parts.size()).replace("ITEMS", "null").replace("KIND", kind));
                } else if (path.equals("/frame")) {
                    String items = parts.get(Integer.parseInt(query.substring(2))).replace("<", "\\u003c").replace("\u2028", "\\u2028");
                    reply(call, 200, page.replace("FRAMES", "0").replace("KIND", kind).replace("ITEMS", items));
                } else if (path.equals("/result")) {
                    for (String line : new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                        int tab = line.indexOf('\t');
                        told.merge(line.substring(0, tab), line.substring(tab + 1), (a, b) -> a + "\n" + b);
                    }
                    reply(call, 200, "");
                    done.countDown();
                } else {
                    reply(call, 404, "");
                }
            });
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/parent";
            Process browser = new ProcessBuilder(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--user-data-dir=" + profile, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-port=0", url)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                if (!done.await(120, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Chromium told nothing in two minutes");
                }
            } finally {
                browser.descendants().forEach(ProcessHandle::destroy);
                browser.destroy();
                browser.waitFor();
                server.stop(0);
                ((ExecutorService) server.getExecutor()).shutdownNow();
            }
            return new Verdict(Integer.parseInt(told.get("shown")), set(told.get("fired")), set(told.get("odd")), Integer.parseInt(told.get("missing")));
        }

        static TreeSet<String> set(String lines) {
            return lines == null ? new TreeSet<>() : new TreeSet<>(List.of(lines.split("\n")));
        }

        static void reply(HttpExchange call, int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                call.getResponseBody().write(bytes);
            }
            call.close();
        }
    }
}
