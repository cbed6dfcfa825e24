package dev.byline.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller, as it is told to itself. */
@Schema(name = "Me")
record MeView(
        @Schema(required = true, examples = "key:0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55") String id,
        @Schema(required = true, description = "The key's name") String name,
        @Schema(required = true, description = "Roles, with those that they contain")
                Set<Role> roles,
        @Schema(required = true, description = "What these roles allow") List<Right> may) {

    static MeView of(Caller caller) {
        Set<Role> roles = caller.roles();
        return new MeView(
                caller.id(),
                caller.name(),
                roles,
                Stream.of(Right.values()).filter(right -> roles.contains(right.role())).toList());
    }
}
