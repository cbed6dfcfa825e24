package dev.byline.access;

import dev.byline.access.Bearer.KeyToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows who a key is, asking the database each time: a revoked key is seen at once on all nodes.
 */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyToken> {

    @Inject ApiKey.Repo keys;

    @Override
    public Class<KeyToken> getRequestType() {
        return KeyToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            KeyToken token, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> QuarkusTransaction.requiringNew().call(() -> identify(token.text())));
    }

    // Whatever the text, the work is one hash and one query: no reply tells whether an id exists.
    private SecurityIdentity identify(String text) {
        byte[] hash = KeyText.hash(text);
        UUID id = KeyText.id(text).orElse(ApiKey.BOOTSTRAP);
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : keys.usable(List.of(id, ApiKey.BOOTSTRAP))) {
            if (key.matches(hash)) {
                found = Optional.of(key);
            }
        }
        ApiKey key = found.orElseThrow(AuthenticationFailedException::new);
        keys.used(key);
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("key:" + key.id()))
                        .addAttribute(Caller.NAME, key.name());
        Role.withContained(key.roles()).forEach(role -> identity.addRole(role.label()));
        return identity.build();
    }
}
