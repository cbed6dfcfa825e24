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

    /** An edition's body with the items that its blocks name, and the item that leads it. */
    public Body body(String body, UUID lead) {
        if (!body.contains(MARK)) {
            return new Body(body, of(lead == null ? Set.of() : Set.of(lead)));
        }
        try {
            JsonNode blocks = mapper.readTree(body);
            Set<UUID> ids = new HashSet<>();
            ids.add(lead);
            each(blocks, (block, id) -> ids.add(id));
            Map<UUID, MediaView> views = of(ids);
            each(blocks, (block, id) -> block.set("media", mapper.valueToTree(views.get(id))));
            return new Body(mapper.writeValueAsString(blocks), views);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An edition's body is no JSON", e);
        }
    }

    /** The blocks as JSON, and the items by id. */
    public record Body(String json, Map<UUID, MediaView> media) {}

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
