package dev.byline.body;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A picture of the newsroom's; its credit is its own and can't be written here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ImageBlock",
        description =
                "A picture, by the id of its media item. `caption` and `alt` replace the item's own here; the attribution is always the item's.",
        requiredProperties = "type",
        examples =
                "{\"type\":\"image\",\"media\":\"0198a7c2-6d0e-7c3a-9f41-2b8c5d7e9a10\",\"caption\":\"Gate three at noon.\"}",
        properties = @SchemaProperty(name = "type", type = STRING, enumeration = "image"))
public record Image(
        @Schema(required = true, description = "Id of a media item")
                @NotBlank
                @Size(max = Block.MAX_REFERENCE)
                String media,
        @Size(max = Block.MAX_CAPTION) String caption,
        @Size(max = Block.MAX_TEXT) String alt)
        implements Block {

    @Override
    public Image cleaned() {
        return new Image(media, Sanitiser.text(caption), Sanitiser.text(alt));
    }

    @Override
    public List<String> lines() {
        return PlainText.present(caption);
    }
}
