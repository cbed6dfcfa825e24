package dev.byline.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.media.Media;
import dev.byline.media.MediaView;
import dev.byline.platform.entity.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Puts media items as they are now in the place of their ids, so that a changed credit or a lapsed
 * right shows at once. One statement for all of a reply, and none where no item is used.
 */
@ApplicationScoped
public class ShownMedia {

    /** What a block with an item holds, and no text can: a quotation mark in a text is escaped. */
    private static final String MARK = "\"media\":";

    private static final Set<String> MEMBERS = Set.of("image", "media");

    @Inject Media.Repo media;
    @Inject ObjectMapper mapper;

    /** The items with these ids; null among them stands for none. */
    public Map<UUID, MediaView> of(Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        wanted.remove(null);
        return media.shown(wanted);
    }

    /** An edition's body, with the ids of what its blocks name and of what leads it. */
    public Body body(String body, UUID lead) {
        Set<UUID> ids = new HashSet<>();
        ids.add(lead);
        if (!body.contains(MARK)) {
            return new Body(body, null, ids);
        }
        try {
            JsonNode blocks = mapper.readTree(body);
            each(blocks, (block, id) -> ids.add(id));
            return new Body(body, blocks, ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An edition's body is no JSON", e);
        }
    }

    /** The blocks as JSON, with the items in the place of their ids. */
    public String json(Body body, Map<UUID, MediaView> shown) {
        if (body.blocks() == null) {
            return body.json();
        }
        each(body.blocks(), (block, id) -> block.set("media", mapper.valueToTree(shown.get(id))));
        try {
            return mapper.writeValueAsString(body.blocks());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body can't be written", e);
        }
    }

    /** A body as it is stored, its blocks where they name items, and the ids of these. */
    public record Body(String json, JsonNode blocks, Set<UUID> media) {}

    private static void each(JsonNode blocks, BiConsumer<ObjectNode, UUID> use) {
        for (JsonNode block : blocks) {
            String type = block.path("type").asText();
            if (MEMBERS.contains(type)) {
                Ids.parse(block.path("media").asText())
                        .ifPresent(id -> use.accept((ObjectNode) block, id));
            } else if (type.equals("gallery")) {
                each(block.path("items"), use);
            }
        }
    }
}
