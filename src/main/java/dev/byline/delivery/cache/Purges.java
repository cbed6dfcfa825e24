package dev.byline.delivery.cache;

import dev.byline.delivery.reply.SurrogateKeys;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells caches in front what became stale: {@code PURGE} with the keys in {@code xkey-purge}. What
 * does not arrive is made up for by {@code max-age}.
 */
@ApplicationScoped
class Purges {

    private static final Logger LOG = Logger.getLogger(Purges.class);
    private static final HttpMethod PURGE = HttpMethod.valueOf("PURGE");
    private static final int PATIENCE_MILLIS = 1000;
    private static final int MOST_KEYS = 60;

    private final List<String> addresses;
    private final HttpClient client;

    Purges(CacheConfig config, Vertx vertx) {
        addresses = config.purgeUrls().orElse(List.of());
        client =
                addresses.isEmpty()
                        ? null
                        : vertx.createHttpClient(
                                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    void send(Collection<String> keys) {
        if (addresses.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(SurrogateKeys.stale(keys));
        for (int from = 0; from < names.size(); from += MOST_KEYS) {
            String part =
                    String.join(" ", names.subList(from, Math.min(from + MOST_KEYS, names.size())));
            addresses.forEach(address -> send(address, part));
        }
    }

    private void send(String address, String keys) {
        client.request(
                        new RequestOptions()
                                .setAbsoluteURI(address)
                                .setMethod(PURGE)
                                .putHeader("xkey-purge", keys)
                                .setTimeout(PATIENCE_MILLIS))
                .compose(HttpClientRequest::send)
                .onFailure(e -> LOG.warnf("%s was not told what is stale: %s", address, e));
    }
}
