package dev.byline.access.token;

import dev.byline.access.Role;
import dev.byline.platform.address.Addresses;
import dev.byline.platform.database.StartupRefused;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured of the identity provider, checked.
 *
 * @param roles the values of the role claim that stand for each role
 */
record Provider(
        String issuer,
        String audience,
        Optional<URI> jwks,
        String roleClaim,
        Map<Role, List<String>> roles) {

    /** The provider; empty when none is configured. */
    static Optional<Provider> of(OidcConfig config) {
        return config.issuer().map(issuer -> of(issuer, config));
    }

    private static Provider of(String issuer, OidcConfig config) {
        String audience =
                config.audience()
                        .orElseThrow(
                                () ->
                                        new StartupRefused(
                                                "BYLINE_OIDC_AUDIENCE is required with BYLINE_OIDC_ISSUER."));
        requireSafe("BYLINE_OIDC_ISSUER", issuer);
        config.jwksUrl().ifPresent(url -> requireSafe("BYLINE_OIDC_JWKS_URL", url.toString()));
        OidcConfig.Roles roles = config.roles();
        return new Provider(
                issuer,
                audience,
                config.jwksUrl(),
                config.roleClaim(),
                Map.of(
                        Role.WRITER, roles.writer(),
                        Role.EDITOR, roles.editor(),
                        Role.MODERATOR, roles.moderator(),
                        Role.ADMIN, roles.admin()));
    }

    // Who can change the keys on their way can make any token.
    private static void requireSafe(String setting, String url) {
        if (!safe(url)) {
            throw new StartupRefused(setting + " must be an https address.");
        }
    }

    static boolean safe(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return host != null && ("https".equals(uri.getScheme()) || local(uri, host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean local(URI uri, String host) {
        return "http".equals(uri.getScheme())
                && Addresses.parse(host.replaceAll("[\\[\\]]", ""))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }
}
