package dev.byline.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who calls the newsroom API; only for resources that demand a key. */
@RequestScoped
public class Caller {

    /** The attribute of an identity that holds the name people gave it. */
    public static final String NAME = "name";

    private static final String IDENTITY = "byline.caller";
    private static final String KEY = "key:";

    @Inject SecurityIdentity identity;

    /** The caller of a request that is past authentication; null when it is not, or failed. */
    public static SecurityIdentity of(RoutingContext context) {
        return context.get(IDENTITY);
    }

    static void of(RoutingContext context, SecurityIdentity identity) {
        context.put(IDENTITY, identity);
    }

    /** The id of a key that calls. */
    public static String ofKey(UUID key) {
        return KEY + key;
    }

    /** The key in the id of a caller; empty for one who came without a key. */
    public static Optional<UUID> keyId(String caller) {
        return caller.startsWith(KEY)
                ? Optional.of(UUID.fromString(caller.substring(KEY.length())))
                : Optional.empty();
    }

    /** What a caller is known by from here on. */
    public static SecurityIdentity identity(String id, String name, Set<Role> roles) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(id))
                        .addAttribute(NAME, name);
        Role.withContained(roles).forEach(role -> identity.addRole(role.label()));
        return identity.build();
    }

    /** The caller's stable id, such as {@code key:0198…}. */
    public String id() {
        return identity.getPrincipal().getName();
    }

    /** The name that people gave to the caller's key. */
    public String name() {
        return identity.getAttribute(NAME);
    }

    /** Whether the caller has this role, given or contained in another. */
    public boolean is(Role role) {
        return identity.hasRole(role.label());
    }

    Set<Role> roles() {
        return identity.getRoles().stream()
                .flatMap(label -> Role.labelled(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
