package dev.byline.platform.page;

import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> members =
                Arrays.stream(reply.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
        for (String field : fields.split(",", -1)) {
            if (!members.contains(field)) {
                flaws.in("fields", Flaw.UNKNOWN, "names a member that the reply does not have");
                return;
            }
        }
    }
}
