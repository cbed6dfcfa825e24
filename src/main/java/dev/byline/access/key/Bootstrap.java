package dev.byline.access.key;

import dev.byline.access.BearerToken;
import dev.byline.platform.database.BylineConfig;
import dev.byline.platform.database.SecretFile;
import dev.byline.platform.database.StartupRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sees to it at the start that somebody has an admin key. */
@ApplicationScoped
class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final String FILE = "admin-key";

    @Inject AccessConfig config;
    @Inject BylineConfig byline;
    @Inject KeyRing keys;

    @Transactional
    void prepare(@Observes StartupEvent event) {
        Optional<String> configured = config.adminKey();
        configured.ifPresent(Bootstrap::check);
        // Of several nodes that start at once, one decides and the others find its key.
        keys.lock();
        if (configured.isPresent()) {
            accept(configured.get());
        } else if (keys.usableAdmins().isEmpty()) {
            make();
        }
    }

    private static void check(String text) {
        if (text.length() < KeyText.SHORTEST || !KeyText.sendable(text)) {
            throw new StartupRefused(
                    "BYLINE_ADMIN_KEY must have %d to %d visible ASCII characters."
                            .formatted(KeyText.SHORTEST, KeyText.LONGEST));
        }
        if (BearerToken.isJwt(text)) {
            throw new StartupRefused("BYLINE_ADMIN_KEY must not look like a JSON Web Token.");
        }
    }

    // A revoked key stays revoked while the configured text is the same.
    private void accept(String text) {
        ApiKey key = bootstrap();
        if (!key.matches(KeyText.hash(text))) {
            key.renew(text);
        } else if (key.revokedAt() != null) {
            LOG.warn("The key in BYLINE_ADMIN_KEY was revoked; set another or none.");
        }
        key.persistAndFlush();
    }

    // The file comes before the commit: a crash between them leaves a key that opens nothing and
    // is replaced at the next start, not one that nobody knows.
    private void make() {
        ApiKey key = bootstrap();
        Path file = byline.dataDir().toAbsolutePath().normalize().resolve(FILE);
        String text = KeyText.make(ApiKey.BOOTSTRAP);
        key.renew(text);
        key.persistAndFlush();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new StartupRefused("The directory " + file.getParent() + " cannot be made.", e);
        }
        SecretFile.write(file, text);
        LOG.infof("No admin key was there: a new one is in %s", file);
    }

    private ApiKey bootstrap() {
        return keys.findByIdOptional(ApiKey.BOOTSTRAP).orElseGet(ApiKey::bootstrap);
    }
}
