package dev.byline.platform.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.platform.problem.BadJson;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/**
 * JSON Merge Patch (RFC 7396) over write records: absent keeps, null clears, and the result is
 * judged like a new record.
 */
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Inject ObjectMapper mapper;
    @Inject Validator validator;

    /**
     * The write record that results from patching {@code current}; throws a problem when it is not
     * valid.
     */
    public <T> T apply(Class<T> type, Object current, JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            Flaws flaws = new Flaws();
            flaws.at("", Flaw.WRONG_TYPE, "a merge patch is a JSON object");
            flaws.refuse();
        }
        return bind(type, merge(mapper.valueToTree(current), patch));
    }

    /** The write record that a JSON tree holds, validated. */
    public <T> T bind(Class<T> type, JsonNode json) {
        T record;
        try {
            record = mapper.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw BadJson.problem(e);
        }
        var violations = validator.validate(record);
        if (!violations.isEmpty()) {
            throw Violations.problem(violations, 0);
        }
        return record;
    }

    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target != null && target.isObject()
                        ? (ObjectNode) target
                        : ((ObjectNode) patch).objectNode();
        patch.properties()
                .forEach(
                        member -> {
                            if (member.getValue().isNull()) {
                                result.remove(member.getKey());
                            } else {
                                result.set(
                                        member.getKey(),
                                        merge(result.get(member.getKey()), member.getValue()));
                            }
                        });
        return result;
    }
}
