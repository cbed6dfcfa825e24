package dev.byline.edition;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import dev.byline.body.Block;
import dev.byline.body.Table;
import dev.byline.media.MediaView;
import dev.byline.platform.openapi.Kinds;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A block as replies show it, for OpenAPI: where writers name a media item, readers get all of it.
 */
@Schema(
        name = "ShownBlock",
        description = "One piece of an article's body, as readers get it. `type` says which.",
        discriminatorProperty = "type",
        oneOf = {
            Block.Paragraph.class,
            Block.Heading.class,
            ShownBlock.Image.class,
            ShownBlock.Gallery.class,
            ShownBlock.Clip.class,
            Block.Quote.class,
            Block.Pullquote.class,
            Block.ItemList.class,
            Table.class,
            Block.Embed.class,
            Block.Divider.class,
            Block.Html.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "paragraph", schema = Block.Paragraph.class),
            @DiscriminatorMapping(value = "heading", schema = Block.Heading.class),
            @DiscriminatorMapping(value = "image", schema = ShownBlock.Image.class),
            @DiscriminatorMapping(value = "gallery", schema = ShownBlock.Gallery.class),
            @DiscriminatorMapping(value = "media", schema = ShownBlock.Clip.class),
            @DiscriminatorMapping(value = "quote", schema = Block.Quote.class),
            @DiscriminatorMapping(value = "pullquote", schema = Block.Pullquote.class),
            @DiscriminatorMapping(value = "list", schema = Block.ItemList.class),
            @DiscriminatorMapping(value = "table", schema = Table.class),
            @DiscriminatorMapping(value = "embed", schema = Block.Embed.class),
            @DiscriminatorMapping(value = "divider", schema = Block.Divider.class),
            @DiscriminatorMapping(value = "html", schema = Block.Html.class),
        })
public interface ShownBlock {

    /** A picture with all that is known of it. */
    @Schema(
            name = "ShownImageBlock",
            description = "A picture; `caption` and `alt` are there where they replace the item's.",
            requiredProperties = "type",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "image"))
    record Image(
            @Kinds("image") @Schema(required = true) MediaView media, String caption, String alt)
            implements ShownBlock {}

    /** Pictures in order. */
    @Schema(
            name = "ShownGalleryBlock",
            description = "Pictures that belong together, in order.",
            requiredProperties = "type",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "gallery"))
    record Gallery(@Schema(required = true) List<Image> items) implements ShownBlock {}

    /** A video, a sound or a document. */
    @Schema(
            name = "ShownMediaBlock",
            description = "A video, a sound or a document.",
            requiredProperties = "type",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "media"))
    record Clip(
            @Kinds({"video", "audio", "document"}) @Schema(required = true) MediaView media,
            String caption)
            implements ShownBlock {}
}
