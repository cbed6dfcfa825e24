package dev.byline.body;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Pictures that belong together, in order. */
@Schema(
        name = "GalleryBlock",
        description = "Pictures that belong together, in order; each is as an `image` block.",
        requiredProperties = {"type", "items"},
        examples =
                "{\"type\":\"gallery\",\"items\":[{\"type\":\"image\",\"media\":\"0198a7c2-6d0e-7c3a-9f41-2b8c5d7e9a10\"}]}",
        properties = @SchemaProperty(name = "type", type = STRING, enumeration = "gallery"))
public record Gallery(@Size(min = 1, max = MAX_PICTURES) List<@NotNull @Valid Image> items)
        implements Block {

    static final int MAX_PICTURES = 100;

    public Gallery {
        items = Frozen.copy(items);
    }

    @Override
    public Gallery cleaned() {
        return new Gallery(items.stream().map(Image::cleaned).toList());
    }

    @Override
    public List<String> lines() {
        return items.stream().flatMap(image -> image.lines().stream()).toList();
    }
}
