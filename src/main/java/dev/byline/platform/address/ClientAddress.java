package dev.byline.platform.address;

import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The address that a request comes from: that of the connection, or behind trusted proxies the one
 * that the last of them saw.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";
    // Nobody's address, and in no network that anybody allows.
    private static final InetAddress UNKNOWN = Addresses.of(new byte[4]);

    private final List<Network> trusted;

    ClientAddress(AddressConfig config) {
        trusted = config.trustedProxies().orElse(List.of()).stream().map(this::network).toList();
    }

    void check(@Observes StartupEvent event) {
        // Making the bean checked the configuration.
    }

    private Network network(String text) {
        return Network.parse(text)
                .orElseThrow(
                        () ->
                                new StartupRefused(
                                        "BYLINE_TRUSTED_PROXIES must list networks such as 10.0.0.0/8, but one is \"%s\"."
                                                .formatted(text)));
    }

    /**
     * Whatever the client itself writes into {@code X-Forwarded-For} stands left of what our
     * proxies add, so the chain is read from the right and ends at the first stranger.
     */
    public InetAddress of(HttpServerRequest request) {
        return of(connection(request), request.headers().getAll(FORWARDED));
    }

    InetAddress of(InetAddress connection, List<String> forwarded) {
        InetAddress address = connection;
        String[] hops = String.join(",", forwarded).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trusted(address); i--) {
            Optional<InetAddress> hop = Addresses.parse(hops[i].strip());
            if (hop.isEmpty()) {
                return address;
            }
            address = hop.get();
        }
        return address;
    }

    private boolean trusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress connection(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null
                ? UNKNOWN
                : Addresses.parse(remote.hostAddress()).orElse(UNKNOWN);
    }
}
