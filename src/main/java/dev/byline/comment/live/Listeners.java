package dev.byline.comment.live;

import dev.byline.platform.address.Addresses;
import dev.byline.platform.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who listens on this node; bounded for each address and in all. */
@ApplicationScoped
class Listeners {

    // Who does not read this many events in time is cut off, and resumes where it stood.
    private static final int BUFFER = 256;
    private static final long RETRY_MILLIS = 3000;

    private final StreamConfig config;
    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> open = new HashMap<>();

    Listeners(StreamConfig config) {
        this.config = config;
    }

    /** One open stream: of which article, and up to which change it was told. */
    record Listener(
            UUID article, AtomicLong seq, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {

        void tell(News.Item item) {
            emitter.emit(
                    sse.newEventBuilder()
                            .id(String.valueOf(item.seq()))
                            .name(item.name())
                            .data(item.json())
                            .build());
            seq.set(item.seq());
        }

        void beat() {
            emitter.emit(sse.newEventBuilder().comment("").build());
        }
    }

    /** A stream of what comes after {@code seq}. */
    Multi<OutboundSseEvent> listen(UUID article, InetAddress address, long seq, Sse sse) {
        String block = Addresses.customer(address);
        enter(block);
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Listener one = new Listener(article, new AtomicLong(seq), sse, emitter);
                            // Before the end is listened for: it may have come already.
                            all.add(one);
                            emitter.onTermination(
                                    () -> {
                                        if (all.remove(one)) {
                                            leave(block);
                                        }
                                    });
                            emitter.emit(
                                    sse.newEventBuilder()
                                            .comment("")
                                            .reconnectDelay(RETRY_MILLIS)
                                            .build());
                        },
                        BUFFER);
    }

    List<Listener> all() {
        return List.copyOf(all);
    }

    private synchronized void enter(String block) {
        int total = open.values().stream().mapToInt(Integer::intValue).sum();
        if (total >= config.total()) {
            throw Problem.UNAVAILABLE
                    .because("Too many readers listen at the moment.")
                    .with("Retry-After", 30);
        }
        int own = open.getOrDefault(block, 0);
        if (own >= config.perAddress()) {
            throw Problem.TOO_MANY_REQUESTS
                    .because("Too many streams are open from this address.")
                    .with("Retry-After", 30);
        }
        open.put(block, own + 1);
    }

    private synchronized void leave(String block) {
        open.computeIfPresent(block, (key, own) -> own == 1 ? null : own - 1);
    }
}
