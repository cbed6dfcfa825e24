package dev.byline;

import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.EmbeddedConfig;
import dev.byline.platform.database.EmbeddedDatabase;
import dev.byline.platform.database.SecretFile;
import dev.byline.platform.database.StartupRefused;
import dev.byline.platform.secret.Secrets;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
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
        // Pictures are made without a display, whatever machine this is.
        System.setProperty("java.awt.headless", "true");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (!ApplicationLifecycleManager.isAppCDSGeneration()) {
                prepare();
            }
        } catch (RuntimeException | Error e) {
            ended(1, e);
            throw e; // dev mode goes on, and shows it
        }
        Quarkus.run(null, this::ended, args);
    }

    /** Whatever can be refused is refused before anything is started or migrated. */
    private void prepare() {
        var sources =
                ConfigUtils.configBuilder()
                        .withMapping(BylineConfig.class)
                        .withMappingIgnore("byline.**") // the rooms have mappings of their own
                        .build();
        var config = sources.getConfigMapping(BylineConfig.class);
        config.secret().ifPresent(Secrets::check);
        var url = sources.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        if (url.isEmpty()) {
            startDatabase(config);
        } else if (!url.get().startsWith("jdbc:postgresql:")) {
            // Not repeated: some forms of such a URL hold the password
            throw new StartupRefused(
                    "QUARKUS_DATASOURCE_JDBC_URL must begin with jdbc:postgresql:");
        } else if (config.secret().isEmpty()) {
            throw Secrets.missing();
        }
    }

    private void startDatabase(BylineConfig config) {
        database = Optional.of(EmbeddedDatabase.start(config.dataDir()));
        var defaults = new HashMap<String, String>();
        if (config.secret().isEmpty()) {
            var file = config.dataDir().resolve("secret");
            defaults.put("byline.secret", SecretFile.readOrCreate(file));
        }
        if (config.demo().isEmpty()) {
            defaults.put("byline.demo", "true");
        }
        EmbeddedConfig.offer(database.get(), defaults);
    }

    /** Called by Quarkus on the main thread, after the application has stopped or did not start. */
    private void ended(int exitCode, Throwable failure) {
        database.ifPresent(EmbeddedDatabase::close);
        running.countDown();
        if (!stopping() && failure != null) {
            StartFailure.report(failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    /** Whether a signal is ending the JVM, and with it a start on its way; else drops the hook. */
    private boolean stopping() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
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
