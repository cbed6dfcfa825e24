package dev.byline.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Authorization: Bearer …}, the one way to show a key (RFC 6750). */
@ApplicationScoped
class Bearer implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer";
    private static final String CHALLENGE = "Bearer realm=\"byline\"";

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll("Authorization");
        if (headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return token(headers)
                .map(KeyToken::new)
                .map(providers::authenticate)
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static Optional<String> token(List<String> headers) {
        String header = headers.get(0);
        int space = header.indexOf(' ');
        if (headers.size() > 1
                || space < 0
                || !header.substring(0, space).equalsIgnoreCase(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(header.substring(space + 1).strip()).filter(KeyText::sendable);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
    }

    // Quarkus would end the reply without a body; a failure goes on to those who write problems.
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnauthorizedException());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }

    /** A token that may be a key; other kinds of token get requests of their own. */
    static final class KeyToken extends TokenAuthenticationRequest {

        KeyToken(String text) {
            super(new TokenCredential(text, SCHEME));
        }

        String text() {
            return getToken().getToken();
        }
    }
}
