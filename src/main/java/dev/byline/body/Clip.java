package dev.byline.body;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A video, a sound or a document of the newsroom's. */
@Schema(
        name = "MediaBlock",
        description = "A video, a sound or a document, by the id of its media item.",
        requiredProperties = "type",
        examples =
                "{\"type\":\"media\",\"media\":\"0198a7c2-6d0e-7c3a-9f41-2b8c5d7e9a10\",\"caption\":\"The whole speech.\"}",
        properties = @SchemaProperty(name = "type", type = STRING, enumeration = "media"))
public record Clip(
        @Schema(required = true, description = "Id of a media item")
                @NotBlank
                @Size(max = Block.MAX_REFERENCE)
                String media,
        @Size(max = Block.MAX_CAPTION) String caption)
        implements Block {

    @Override
    public Clip cleaned() {
        return new Clip(media, Sanitiser.text(caption));
    }

    @Override
    public List<String> lines() {
        return PlainText.present(caption);
    }
}
