package dev.byline.comment.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** E-mail about comments; the server that sends it is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "byline.comment.mail")
interface MailConfig {

    /**
     * Whether readers may ask to be told of replies, and moderators are told what waits. Needs
     * {@code byline.public-url} for links, and {@code quarkus.mailer.from}.
     */
    @WithDefault("false")
    boolean enabled();

    /** The addresses of those who moderate; without any there is no digest. */
    Optional<List<String>> moderators();

    /** At most one digest in this time, when comments came to wait. */
    @WithDefault("15m")
    Duration digestEvery();

    /** How often the outbox is looked into; {@code off} stops it on this node. */
    @WithDefault("20s")
    String sendEvery();
}
