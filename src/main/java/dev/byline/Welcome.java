package dev.byline;

import dev.byline.platform.database.BylineConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells whoever started Byline where everything is, once it answers. */
@Singleton
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final BylineConfig config;
    private final String database;

    Welcome(
            BylineConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
        this.config = config;
        this.database = database;
    }

    void print(@ObservesAsync HttpServerStart start) {
        var url =
                config.publicUrl()
                        .map(URI::toString)
                        .orElse("http://localhost:" + start.options().getPort());
        var data = config.dataDir().toAbsolutePath().normalize();
        LOG.info(
                """
                Byline is ready.
                  API           %1$s/v1/articles
                  Documentation %1$s/docs
                  OpenAPI       %1$s/openapi/content (reading), %1$s/openapi/newsroom (writing)
                  Admin key     in %2$s, unless BYLINE_ADMIN_KEY is set
                  Data          in %3$s
                  Database      %4$s
                                QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD point to another"""
                        .formatted(url, data.resolve("admin-key"), data, place()));
        if (config.stopWhenReady()) {
            Quarkus.asyncExit(0);
        }
    }

    /** The parameters of a JDBC URL may hold a password. */
    private String place() {
        return database.replaceFirst("^jdbc:", "")
                .replaceFirst("[?;].*$", "")
                .replaceFirst("//[^/@]*@", "//");
    }
}
