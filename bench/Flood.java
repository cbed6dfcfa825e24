import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads at a fixed rate, alone and then while comments pour in from many addresses; open loops, so that what is slow does not
 * slow its own measuring. One in twenty reads the comments that the flood changes all the time; these are told apart. Usage: java Flood BASE KEY ARTICLE SECONDS READS_A_SECOND POSTS POSTS_A_SECOND ADDRESSES
 */
public class Flood {

    /** Reads of articles and lists, and those of the flooded comments. */
    record Reads(OpenLoop.Series articles, OpenLoop.Series talk) {

        static Reads empty() {
            return new Reads(OpenLoop.Series.empty(), OpenLoop.Series.empty());
        }

        OpenLoop.Series of(int n) {
            return Flood.talk(n) ? talk : articles;
        }
    }

    static boolean talk(int n) {
        return n % 20 == 0;
    }

    public static void main(String[] args) throws Exception {
        String base = args[0];
        String key = args[1];
        String article = args[2];
        int seconds = Integer.parseInt(args[3]);
        int reads = Integer.parseInt(args[4]);
        int posts = Integer.parseInt(args[5]);
        int postRate = Integer.parseInt(args[6]);
        int addresses = Integer.parseInt(args[7]);
        List<String> slugs = slugs(base);
        IntFunction<HttpRequest> read = n -> {
            String path = talk(n) ? "/v1/articles/" + article + "/comments" : n % 5 == 0 ? "/v1/articles?limit=20" : "/v1/articles/" + slugs.get(n % slugs.size());
            return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10)).build();
        };
        IntFunction<HttpRequest> post = n -> {
            int from = n % addresses;
            String body = "{\"author\":{\"name\":\"Robot %d\",\"email\":\"robot%d@example.org\"},\"text\":\"%s\"}".formatted(n, n, words(n));
            return HttpRequest.newBuilder(URI.create(base + "/v1/articles/" + article + "/comments"))
                    .timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "203.0.113.9, 10.%d.%d.7".formatted(from / 250, from % 250))
                    .POST(BodyPublishers.ofString(body)).build();
        };
        OpenLoop.run(read, 10, reads, n -> OpenLoop.Series.empty()); // Warm
        Reads alone = Reads.empty();
        OpenLoop.run(read, seconds, reads, alone::of);
        OpenLoop.Series flood = OpenLoop.Series.empty();
        Thread pouring = new Thread(() -> OpenLoop.run(post, Math.max(1, posts / postRate), postRate, n -> flood));
        pouring.start();
        Thread.sleep(1000);
        Reads during = Reads.empty();
        OpenLoop.run(read, Math.max(1, posts / postRate - 1), reads, during::of);
        pouring.join();
        OpenLoop.Series queue = OpenLoop.Series.empty();
        for (int i = 0; i < 200; i++) {
            OpenLoop.time(HttpRequest.newBuilder(URI.create(base + "/v1/newsroom/comments?limit=20")).header("Authorization", "Bearer " + key).build(), queue);
        }
        System.out.printf("{\"id\":\"R20\",\"reads_a_second\":%d,%s,%s,%s,%s,%s,\"queue_p99\":%.1f}%n",
                reads, alone.articles().told("alone"), during.articles().told("flood"), alone.talk().told("comments_alone"),
                during.talk().told("comments_flood"), flood.told("post"), queue.ms(.99));
        System.exit(0);
    }

    // Unlike each other: one that repeats is refused sooner.
    static String words(int n) {
        StringBuilder words = new StringBuilder();
        long seed = n * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < 40; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            words.append(Long.toString(seed >>> 40, 36)).append(' ');
        }
        return words.toString();
    }

    static List<String> slugs(String base) throws Exception {
        String list = OpenLoop.HTTP.send(HttpRequest.newBuilder(URI.create(base + "/v1/articles?fields=slug&limit=50")).build(), BodyHandlers.ofString()).body();
        return java.util.regex.Pattern.compile("\"slug\" ?: ?\"([^\"]+)\"").matcher(list).results().map(m -> m.group(1)).toList();
    }
}
