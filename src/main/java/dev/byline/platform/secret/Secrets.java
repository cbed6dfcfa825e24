package dev.byline.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;

/** Temporary. */
@ApplicationScoped
public class Secrets {
    public byte[] derive(String purpose) {
        return java.util.Arrays.copyOf(
                ("x".repeat(32) + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8), 64);
    }
}
