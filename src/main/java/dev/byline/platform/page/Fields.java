package dev.byline.platform.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

/**
 * The parameter {@code fields}: which top-level members of a reply the client wants; {@code id}
 * always stays.
 */
public final class Fields {

    private Fields() {}

    /** Judges the parameter against the members that the reply can have. */
    public static void check(String fields, Class<? extends Record> reply, Flaws flaws) {
        if (fields == null) {
            return;
        }
        Set<String> members = members(reply);
        for (String field : fields.split(",", -1)) {
            if (!members.contains(field)) {
                flaws.in("fields", Flaw.UNKNOWN, "names a member that the reply does not have");
                return;
            }
        }
    }

    private static Set<String> members(Class<?> reply) {
        Set<String> members = new HashSet<>();
        for (RecordComponent component : reply.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                members.addAll(members(component.getType()));
            } else {
                members.add(component.getName());
            }
        }
        return members;
    }
}
