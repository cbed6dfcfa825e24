import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A mix of news traffic, four fifths articles, the rest lists and a little search: at a steady rate (R1), or at five times what the
 * server can do, while editors go on writing (R2). Usage: java Load steady BASE ARTICLES SECONDS RATE | overload BASE ARTICLES SECONDS KEY
 */
public class Load {

    private static final List<String> WORDS = List.of("council", "agreed", "nothing", "tuesday", "story", "headline", "day", "note");
    private static final int EDITORS_RATE = 5;

    public static void main(String[] args) throws Exception {
        String base = args[1];
        int articles = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        switch (args[0]) {
            case "steady" -> steady(mix(base, articles), seconds, Integer.parseInt(args[4]));
            case "overload" -> overload(base, articles, seconds, args[4]);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    /** Of twenty requests sixteen for an article, three for a list, one for a search; new articles far more often than old ones. */
    static IntFunction<HttpRequest> mix(String base, int articles) {
        return n -> {
            int dice = (int) (scattered(n) % 1000);
            String path = switch (n % 20) {
                case 0 -> "/v1/search?q=" + WORDS.get(dice % WORDS.size()) + "%20" + (1 + scattered(n) % articles);
                case 1 -> "/v1/articles";
                case 2 -> "/v1/articles?section=section-" + (1 + dice % 10);
                case 3 -> "/v1/articles?tag=tag-" + (1 + dice % 200);
                default -> "/v1/articles/article-" + (articles - (int) (articles * Math.pow(dice / 1000.0, 4)) % articles);
            };
            return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10)).build();
        };
    }

    private static long scattered(int n) {
        return (n * 0x9E3779B97F4A7C15L) >>> 33;
    }

    static void steady(IntFunction<HttpRequest> mix, int seconds, int rate) {
        OpenLoop.run(mix, 10, rate, n -> OpenLoop.Series.empty());
        System.out.println("warm");
        OpenLoop.Series reads = OpenLoop.Series.empty();
        OpenLoop.run(mix, seconds, rate, n -> reads);
        System.out.printf("{\"id\":\"R1\",\"seconds\":%d,\"rate\":%d,%s}%n", seconds, rate, reads.told("reads"));
    }

    static void overload(String base, int articles, int seconds, String key) throws Exception {
        IntFunction<HttpRequest> mix = mix(base, articles);
        capacity(mix, 20); // Warm
        int capacity = capacity(mix, 10);
        IntFunction<HttpRequest> write = n -> HttpRequest.newBuilder(URI.create(base + "/v1/newsroom/articles"))
                .timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"headline\":\"Written under load, %d\"}".formatted(n))).build();
        OpenLoop.Series writes = OpenLoop.Series.empty();
        Thread editors = new Thread(() -> OpenLoop.run(write, seconds, EDITORS_RATE, n -> writes));
        OpenLoop.Series reads = OpenLoop.Series.empty();
        editors.start();
        OpenLoop.run(mix, seconds, 5 * capacity, n -> reads);
        long ended = System.nanoTime();
        editors.join();
        double goodput = reads.count(200) / (double) seconds;
        System.out.printf("{\"id\":\"R2\",\"seconds\":%d,\"capacity\":%d,\"offered\":%d,\"goodput\":%.2f,\"accepted_p99\":%.1f,%s,\"writes_ok\":%.3f,%s,\"recovery_ms\":%d}%n",
                seconds, capacity, (reads.count() + reads.unsent().get()) / seconds, goodput / capacity, reads.ms(.99, 200), reads.told("reads"),
                writes.count(201) / (double) writes.count(), writes.told("writes"), recovery(mix, ended));
    }

    /** Replies a second to eight who each wait for theirs. */
    private static int capacity(IntFunction<HttpRequest> mix, int seconds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        AtomicInteger number = new AtomicInteger();
        OpenLoop.Series series = OpenLoop.Series.empty();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < 8; i++) {
            clients.submit(() -> {
                while (System.nanoTime() < end) {
                    OpenLoop.time(mix.apply(number.getAndIncrement()), series);
                }
                return null;
            });
        }
        clients.shutdown();
        clients.awaitTermination(seconds + 30, TimeUnit.SECONDS);
        return series.count(200) / seconds;
    }

    /** Milliseconds until twenty reads in a row are answered within 300 ms. */
    private static long recovery(IntFunction<HttpRequest> mix, long ended) throws Exception {
        for (int good = 0, n = 0; good < 20; n++) {
            OpenLoop.Series one = OpenLoop.Series.empty();
            OpenLoop.time(mix.apply(n), one);
            good = one.count(200) == 1 && one.ms(1) < 300 ? good + 1 : 0;
        }
        return (System.nanoTime() - ended) / 1_000_000;
    }
}
