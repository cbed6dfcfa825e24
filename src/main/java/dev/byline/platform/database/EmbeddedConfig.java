package dev.byline.platform.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands the running embedded database over to the application as configuration. It outranks every
 * other source, so that a stray QUARKUS_DATASOURCE_USERNAME does no harm.
 */
public final class EmbeddedConfig implements ConfigSource {

    private static volatile Map<String, String> properties = Map.of();

    public static void offer(EmbeddedDatabase database, Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        all.put("quarkus.datasource.username", database.username());
        all.put("quarkus.datasource.password", database.password());
        properties = Map.copyOf(all);
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "embedded database";
    }

    @Override
    public int getOrdinal() {
        return 500;
    }
}
