package dev.byline;

import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.EmbeddedConfig;
import dev.byline.platform.database.EmbeddedDatabase;
import dev.byline.platform.database.SecretFile;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run of the application, around it the run of its own database where it has one. */
final class Launch {

    private static final long STOP_SECONDS = 60;

    /** Open until the database has stopped. */
    private final CountDownLatch running = new CountDownLatch(1);

    /** A signal ends the JVM when all hooks have: this one waits for the application's end. */
    private final Thread hook = new Thread(this::awaitEnd, "Database shutdown");

    private Optional<EmbeddedDatabase> database = Optional.empty();

    void run(String... args) {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            database = embedded(ConfigUtils.configBuilder().build());
        } catch (RuntimeException | Error e) {
            ended(1, e);
            throw e; // dev mode goes on, and shows it
        }
        Quarkus.run(null, this::ended, args);
    }

    private static Optional<EmbeddedDatabase> embedded(SmallRyeConfig config) {
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            return Optional.empty();
        }
        var data =
                Path.of(
                        config.getOptionalValue("byline.data-dir", String.class)
                                .orElse(BylineConfig.DATA_DIR));
        var database = EmbeddedDatabase.start(data);
        var defaults = new HashMap<String, String>();
        if (config.getOptionalValue("byline.secret", String.class).isEmpty()) {
            defaults.put("byline.secret", SecretFile.readOrCreate(data.resolve("secret")));
        }
        if (config.getOptionalValue("byline.demo", String.class).isEmpty()) {
            defaults.put("byline.demo", "true");
        }
        EmbeddedConfig.offer(database, defaults);
        return Optional.of(database);
    }

    /** Called by Quarkus on the main thread, after the application has stopped or did not start. */
    private void ended(int exitCode, Throwable failure) {
        database.ifPresent(EmbeddedDatabase::close);
        running.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: a signal came
        }
        if (failure != null) {
            StartFailure.report(failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    private void awaitEnd() {
        try {
            if (!running.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                database.ifPresent(EmbeddedDatabase::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
