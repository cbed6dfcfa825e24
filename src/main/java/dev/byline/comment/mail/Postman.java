package dev.byline.comment.mail;

import dev.byline.comment.mail.Outbox.Content;
import dev.byline.comment.mail.Outbox.Taken;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox, and the digest. No transaction is open while a mail is under way,
 * and no address reaches the log: what a mail server says may hold one, so only the kind of failure
 * is told.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IN_ONE_GO = 200;
    private static final int FAILURES_IN_A_ROW = 3;

    @Inject Mailing mailing;
    @Inject Outbox outbox;
    @Inject Letters letters;
    @Inject Digest digest;

    // Made when it is first used: an installation without mail has no client for it.
    @Inject Instance<ReactiveMailer> mailer;

    @Scheduled(
            identity = "send-comment-mail",
            every = "${byline.comment.mail.send-every:20s}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        if (!mailing.on()) {
            return;
        }
        try {
            tellModerators();
            int failures = 0;
            for (int i = 0; i < IN_ONE_GO && failures < FAILURES_IN_A_ROW; i++) {
                Optional<Taken> letter = outbox.take();
                if (letter.isEmpty()) {
                    return;
                }
                failures = deliver(letter.get()) ? 0 : failures + 1;
            }
        } catch (RuntimeException e) {
            LOG.warnf("Mail about comments waits: %s", e.getClass().getSimpleName());
        }
    }

    @Scheduled(
            identity = "forget-comment-notices",
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (mailing.on()) {
            outbox.sweep();
        }
    }

    private boolean deliver(Taken letter) {
        Optional<Content> content = outbox.content(letter);
        if (content.isEmpty()) {
            outbox.drop(letter);
            return true;
        }
        if (send(letters.of(letter, content.get()))) {
            outbox.sent(letter, content.get());
            return true;
        }
        if (letter.attempts() >= Outbox.ATTEMPTS) {
            LOG.warnf("A mail about comment %s is given up", letter.comment());
            outbox.giveUp(letter);
        }
        return false;
    }

    private void tellModerators() {
        digest.take()
                .ifPresent(
                        news -> {
                            if (send(digest.mail(news))) {
                                digest.sent(news);
                            }
                        });
    }

    private boolean send(Mail mail) {
        try {
            mailer.get().send(mail).await().atMost(PATIENCE);
            return true;
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf("A mail could not be sent: %s", cause.getClass().getSimpleName());
            return false;
        }
    }
}
