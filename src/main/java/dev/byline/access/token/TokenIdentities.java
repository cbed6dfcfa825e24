package dev.byline.access.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.access.BearerToken;
import dev.byline.access.Caller;
import dev.byline.access.token.Tokens.Holder;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;

/** Knows who the holder of an OpenID Connect access token is, when a provider is configured. */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<BearerToken> {

    private static final String PREFIX = "oidc:";

    private final Optional<Provider> provider;
    private final ObjectMapper mapper;

    private volatile Tokens tokens;

    TokenIdentities(OidcConfig config, ObjectMapper mapper) {
        provider = Provider.of(config);
        this.mapper = mapper;
    }

    void check(@Observes StartupEvent event) {
        // Making the bean checked the configuration; the provider itself is asked by the first
        // token.
    }

    @Override
    public Class<BearerToken> getRequestType() {
        return BearerToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            BearerToken token, AuthenticationRequestContext context) {
        if (provider.isEmpty() || !BearerToken.isJwt(token.text())) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() -> identify(token.text()));
    }

    private SecurityIdentity identify(String text) {
        Holder holder =
                tokens(provider.orElseThrow())
                        .holder(text)
                        .orElseThrow(AuthenticationFailedException::new);
        return Caller.identity(PREFIX + holder.subject(), holder.name(), holder.roles());
    }

    private Tokens tokens(Provider configured) {
        if (tokens == null) {
            synchronized (this) {
                if (tokens == null) {
                    KeySource source = new KeySource.OverHttp(configured, mapper);
                    tokens = new Tokens(configured, new SigningKeys(source, Clock.systemUTC()));
                }
            }
        }
        return tokens;
    }
}
