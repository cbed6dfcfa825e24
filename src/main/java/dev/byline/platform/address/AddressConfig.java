package dev.byline.platform.address;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Whom to believe about addresses. */
@ConfigMapping(prefix = "byline")
interface AddressConfig {

    /**
     * Networks of the proxies in front, such as {@code 10.0.0.0/8}; only their {@code
     * X-Forwarded-For} counts.
     */
    Optional<List<String>> trustedProxies();
}
