package dev.byline.access;

import dev.byline.platform.address.ClientAddress;
import dev.byline.platform.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code Authorization: Bearer …}, the one way to show a key or a token (RFC 6750). */
@ApplicationScoped
class Bearer implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer";
    private static final String CHALLENGE = "Bearer realm=\"byline\"";
    private static final Pattern SENDABLE = Pattern.compile("[!-~]{1,8192}");

    @Inject ClientAddress addresses;
    @Inject WrongKeys wrongKeys;

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll("Authorization");
        if (headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        InetAddress from = addresses.of(context.request());
        String shown = token(headers).orElse("");
        boolean counted;
        try {
            counted = wrongKeys.check(from, shown);
        } catch (ProblemException e) {
            return Uni.createFrom().failure(e);
        }
        return identify(shown, from, providers)
                .invoke(
                        identity -> {
                            Caller.of(context, identity);
                            wrongKeys.worked(from, shown, counted);
                        })
                .onFailure()
                .invoke(
                        e -> {
                            if (e instanceof AuthenticationFailedException) {
                                wrongKeys.failed(from, shown, counted);
                            } else {
                                wrongKeys.unknown(from, counted);
                            }
                        });
    }

    private static Uni<SecurityIdentity> identify(
            String shown, InetAddress from, IdentityProviderManager providers) {
        return shown.isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : providers.authenticate(new BearerToken(shown, from));
    }

    private static Optional<String> token(List<String> headers) {
        String header = headers.get(0);
        int space = header.indexOf(' ');
        if (headers.size() > 1
                || space < 0
                || !header.substring(0, space).equalsIgnoreCase(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(header.substring(space + 1).strip())
                .filter(text -> SENDABLE.matcher(text).matches());
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
        return Set.of(BearerToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }
}
