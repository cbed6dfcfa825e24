package dev.byline.comment.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.comment.moderation.Judgement.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks a spam service, when one is configured. Whatever goes wrong there, the comment is held: it
 * is neither lost nor shown unseen.
 */
@ApplicationScoped
class SpamService {

    private static final Logger LOG = Logger.getLogger(SpamService.class);

    private final SpamConfig config;
    private HttpClient client;

    SpamService(SpamConfig config) {
        this.config = config;
    }

    Optional<Finding> judge(Submission comment) {
        if (config.url().isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpResponse<String> reply =
                    client().send(request(comment), HttpResponse.BodyHandlers.ofString());
            return verdict(reply);
        } catch (IOException e) {
            LOG.warnf("The spam service did not answer: %s", e.getClass().getSimpleName());
            return Optional.of(Finding.hold(Reason.SPAM_SERVICE, "did not answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Finding.hold(Reason.SPAM_SERVICE, "did not answer"));
        }
    }

    private static Optional<Finding> verdict(HttpResponse<String> reply) {
        String word = reply.statusCode() == 200 ? reply.body().strip() : "";
        if (word.equals("false")) {
            return Optional.empty();
        }
        if (!word.equals("true")) {
            return Optional.of(Finding.hold(Reason.SPAM_SERVICE, "answered " + reply.statusCode()));
        }
        boolean sure = reply.headers().firstValue("X-akismet-pro-tip").orElse("").equals("discard");
        return Optional.of(
                sure
                        ? Finding.reject(Reason.SPAM_SERVICE, "sure")
                        : Finding.spam(Reason.SPAM_SERVICE, null));
    }

    private HttpRequest request(Submission comment) {
        Map<String, String> form = new LinkedHashMap<>();
        config.key().ifPresent(key -> form.put("api_key", key));
        config.site().ifPresent(site -> form.put("blog", site));
        form.put("user_ip", comment.address() == null ? "" : comment.address().getHostAddress());
        form.put("comment_type", "comment");
        form.put("comment_author", comment.name());
        form.put("comment_author_email", comment.email());
        if (comment.website() != null) {
            form.put("comment_author_url", comment.website());
        }
        form.put("comment_content", comment.text());
        String body =
                form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(config.url().orElseThrow())
                .timeout(config.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("User-Agent", "Byline")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    // Made on first use: an installation without the service starts no threads for it.
    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .connectTimeout(config.timeout())
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }
        return client;
    }
}
