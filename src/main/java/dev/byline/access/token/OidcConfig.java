package dev.byline.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Tokens of an OpenID Connect provider; none are taken unless an issuer is configured. Public for
 * the validator of configuration, which calls it.
 */
@ConfigMapping(prefix = "byline.oidc")
public interface OidcConfig {

    /** The issuer exactly as in its tokens, such as {@code https://id.example.org/realms/news}. */
    Optional<String> issuer();

    /** What tokens for this server name as their audience; required with an issuer. */
    Optional<String> audience();

    /** Where the issuer's public keys are; without it the issuer's own configuration tells. */
    Optional<URI> jwksUrl();

    /** The claim that holds roles, by dots if it is within others ({@code realm_access.roles}). */
    @WithDefault("roles")
    String roleClaim();

    /** What the issuer calls each role. */
    Roles roles();

    /** Values of the role claim. */
    interface Roles {

        /** Values that stand for writer. */
        @WithDefault("writer")
        List<String> writer();

        /** Values that stand for editor. */
        @WithDefault("editor")
        List<String> editor();

        /** Values that stand for moderator. */
        @WithDefault("moderator")
        List<String> moderator();

        /** Values that stand for admin. */
        @WithDefault("admin")
        List<String> admin();
    }
}
