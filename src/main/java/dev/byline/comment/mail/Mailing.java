package dev.byline.comment.mail;

import dev.byline.platform.database.BylineConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Whether e-mail is sent at all, and to which moderators. */
@ApplicationScoped
public class Mailing {

    private static final Logger LOG = Logger.getLogger(Mailing.class);

    private final boolean wanted;
    private final boolean possible;
    private final List<String> moderators;

    Mailing(
            MailConfig config,
            BylineConfig byline,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        wanted = config.enabled();
        possible = byline.publicUrl().isPresent() && from.isPresent();
        moderators = config.moderators().orElse(List.of());
    }

    void say(@Observes StartupEvent event) {
        if (wanted && !possible) {
            LOG.warn(
                    "No e-mail about comments is sent: BYLINE_COMMENT_MAIL_ENABLED needs"
                            + " BYLINE_PUBLIC_URL for the links and QUARKUS_MAILER_FROM as the sender.");
        }
    }

    public boolean on() {
        return wanted && possible;
    }

    /** Whom to tell of held comments; nobody when off. */
    List<String> moderators() {
        return on() ? moderators : List.of();
    }
}
