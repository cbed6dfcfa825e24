package dev.byline.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large the body of a request may be: as large as everywhere, or as its path allows. */
@ApplicationScoped
class BodyLimits {

    @ConfigProperty(name = "byline.http.max-body-size", defaultValue = "1M")
    MemorySize everywhere;

    @Inject @Any Instance<LargeBody> largeBodies;

    // Asked for once: each asking makes new beans.
    private List<LargeBody> large;

    @PostConstruct
    void askFeatures() {
        large = largeBodies.stream().toList();
    }

    long everywhere() {
        return everywhere.asLongValue();
    }

    long of(HttpServerRequest request) {
        return large(request).map(LargeBody::bytes).orElseGet(this::everywhere);
    }

    /** What a path says that takes more. */
    Optional<LargeBody> large(HttpServerRequest request) {
        return large.stream().filter(body -> body.path().equals(request.path())).findFirst();
    }
}
