package dev.byline.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who calls the newsroom API; only for resources that demand a key. */
@RequestScoped
public class Caller {

    static final String NAME = "name";

    @Inject SecurityIdentity identity;

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
