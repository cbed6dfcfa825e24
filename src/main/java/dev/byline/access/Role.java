package dev.byline.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.platform.json.Kebab;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a key is for; a key may have several roles. */
public enum Role {
    /** Own drafts and media. */
    @JsonProperty(Names.WRITER)
    WRITER,

    /** Everything on content, a writer's work included. */
    @JsonProperty(Names.EDITOR)
    EDITOR,

    /** Comments. */
    @JsonProperty(Names.MODERATOR)
    MODERATOR,

    /** Keys, settings and audit, and no content. */
    @JsonProperty(Names.ADMIN)
    ADMIN;

    /** The roles' names, for {@code @RolesAllowed}. */
    public static final class Names {

        public static final String WRITER = "writer";
        public static final String EDITOR = "editor";
        public static final String MODERATOR = "moderator";
        public static final String ADMIN = "admin";

        private Names() {}
    }

    /** The name in JSON and in {@code @RolesAllowed}. */
    String label() {
        return Kebab.of(this);
    }

    static Optional<Role> labelled(String label) {
        return Kebab.parse(Role.class, label);
    }

    /** These roles and those that they contain. */
    static Set<Role> withContained(Collection<Role> given) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(given);
        if (all.contains(EDITOR)) {
            all.add(WRITER);
        }
        return all;
    }
}
