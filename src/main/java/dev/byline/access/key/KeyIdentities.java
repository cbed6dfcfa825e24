package dev.byline.access.key;

import dev.byline.access.BearerToken;
import dev.byline.access.Caller;
import dev.byline.access.key.KeyRing.Usable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Knows who a key is, asking the database each time: a revoked key is seen at once on all nodes.
 */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<BearerToken> {

    @Inject KeyRing keys;
    @Inject Uses uses;

    @Override
    public Class<BearerToken> getRequestType() {
        return BearerToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            BearerToken token, AuthenticationRequestContext context) {
        if (!KeyText.sendable(token.text()) || BearerToken.isJwt(token.text())) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() -> identify(token));
    }

    // Whatever the text, the work is one hash and one query: no reply tells whether an id exists,
    // nor whether only the network was wrong.
    private SecurityIdentity identify(BearerToken token) {
        byte[] hash = KeyText.hash(token.text());
        UUID id = KeyText.id(token.text()).orElse(ApiKey.BOOTSTRAP);
        Usable found = opened(usable(List.of(id, ApiKey.BOOTSTRAP)), hash);
        if (found == null || !found.key().allowedFrom(token.from())) {
            throw new AuthenticationFailedException();
        }
        ApiKey key = found.key();
        uses.note(key, found.now());
        return QuarkusSecurityIdentity.builder(
                        Caller.identity(Caller.ofKey(key.id()), key.name(), key.roles()))
                .addCredential(new Secret(key.id(), hash))
                .build();
    }

    /**
     * Refuses a caller whose key or secret ended after it was let in. What makes keys asks under
     * {@link KeyRing#lock}, so that nobody makes one while all are revoked.
     */
    void refuseEnded(SecurityIdentity identity) {
        Secret secret = identity.getCredential(Secret.class);
        if (secret != null && opened(keys.usable(List.of(secret.key())), secret.hash()) == null) {
            throw new AuthenticationFailedException();
        }
    }

    private static Usable opened(List<Usable> usable, byte[] hash) {
        return usable.stream()
                .filter(one -> one.key().opensWith(hash, one.now()))
                .reduce(null, (former, one) -> one);
    }

    private List<Usable> usable(List<UUID> ids) {
        return QuarkusTransaction.requiringNew().call(() -> keys.usable(ids));
    }

    /** What a caller was let in with. */
    private record Secret(UUID key, byte[] hash) implements Credential {}
}
