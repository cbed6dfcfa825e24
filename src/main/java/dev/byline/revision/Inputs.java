package dev.byline.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.body.Block;
import dev.byline.revision.diff.Diff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the write records that revisions keep. */
@ApplicationScoped
class Inputs {

    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};

    @Inject ObjectMapper mapper;

    JsonNode tree(Revision revision) {
        try {
            return mapper.readTree(revision.input());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Revision %d holds no write record".formatted(revision.number()), e);
        }
    }

    List<Block> body(JsonNode input) {
        return input.has("body") ? mapper.convertValue(input.get("body"), BLOCKS) : List.of();
    }

    Diff diff(Revision from, Revision to) {
        JsonNode older = tree(from);
        JsonNode newer = tree(to);
        return Diff.of(
                new Diff.Side(from.number(), older, body(older)),
                new Diff.Side(to.number(), newer, body(newer)));
    }
}
