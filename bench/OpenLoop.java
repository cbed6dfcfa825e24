import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** Sends requests at a fixed rate, whether or not the ones before were answered: what is slow does not slow its own measuring. */
class OpenLoop {

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    // As a proxy in front caps connections; with more, this client would take the processors that the server needs.
    private static final int MOST_OPEN = 400;

    /**
     * What came of requests: for each status how long the replies took; status 0 for none, -503 for one that names no time to come
     * back; and how many were not sent, because too many others were open.
     */
    record Series(Map<Integer, Queue<Long>> nanos, AtomicInteger unsent) {

        static Series empty() {
            return new Series(new ConcurrentSkipListMap<>(), new AtomicInteger());
        }

        void add(int status, long took) {
            nanos.computeIfAbsent(status, s -> new ConcurrentLinkedQueue<>()).add(took);
        }

        int count(int status) {
            return nanos.getOrDefault(status, new ConcurrentLinkedQueue<>()).size();
        }

        int count() {
            return nanos.values().stream().mapToInt(Queue::size).sum();
        }

        /** How long the replies of all statuses took. */
        double ms(double quantile) {
            return ms(quantile, nanos.values().stream().flatMapToLong(Series::longs));
        }

        /** How long those of one status took. */
        double ms(double quantile, int status) {
            return ms(quantile, longs(nanos.getOrDefault(status, new ConcurrentLinkedQueue<>())));
        }

        private static LongStream longs(Queue<Long> queue) {
            return queue.stream().mapToLong(Long::longValue);
        }

        private static double ms(double quantile, LongStream took) {
            long[] all = took.sorted().toArray();
            return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, all.length * quantile)] / 1e6;
        }

        /** Members of a JSON object. */
        String told(String name) {
            Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
            nanos.forEach((status, queue) -> statuses.put(status, queue.size()));
            return "\"%s_p50\":%.1f,\"%s_p99\":%.1f,\"%s\":\"%s\",\"%s_unsent\":%d".formatted(name, ms(.5), name, ms(.99), name, statuses, name, unsent.get());
        }
    }

    /** Sends so many requests a second for so many seconds, and waits for the last reply. */
    static void run(IntFunction<HttpRequest> requests, int seconds, int rate, IntFunction<Series> series) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger number = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        int all = seconds * rate;
        clock.scheduleAtFixedRate(() -> {
            int n = number.getAndIncrement();
            if (n >= all) {
                return;
            }
            if (open.get() >= MOST_OPEN) {
                series.apply(n).unsent().incrementAndGet();
                return;
            }
            long start = System.nanoTime();
            open.incrementAndGet();
            HTTP.sendAsync(requests.apply(n), BodyHandlers.discarding()).whenComplete((reply, failure) -> {
                series.apply(n).add(failure == null ? status(reply) : 0, System.nanoTime() - start);
                open.decrementAndGet();
            });
        }, 0, 1_000_000_000L / rate, TimeUnit.NANOSECONDS);
        try {
            while (number.get() < all || open.get() > 0) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }

    static void time(HttpRequest request, Series series) throws Exception {
        long start = System.nanoTime();
        HttpResponse<Void> reply = HTTP.send(request, BodyHandlers.discarding());
        series.add(status(reply), System.nanoTime() - start);
    }

    private static int status(HttpResponse<?> reply) {
        boolean untimed = reply.statusCode() == 503 && reply.headers().firstValue("Retry-After").isEmpty();
        return untimed ? -503 : reply.statusCode();
    }
}
