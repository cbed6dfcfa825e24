package dev.byline.body;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** One piece of an article's body; a new kind is one more record, which cleans and reads itself. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        requireTypeIdForSubtypes = OptBoolean.FALSE)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Image.class, name = "image"),
    @JsonSubTypes.Type(value = Gallery.class, name = "gallery"),
    @JsonSubTypes.Type(value = Clip.class, name = "media"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Pullquote.class, name = "pullquote"),
    @JsonSubTypes.Type(value = Block.ItemList.class, name = "list"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Block.Divider.class, name = "divider"),
    @JsonSubTypes.Type(value = Block.Html.class, name = "html"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Block",
        description = "One piece of an article's body. `type` says which.",
        discriminatorProperty = "type",
        oneOf = {
            Block.Paragraph.class,
            Block.Heading.class,
            Image.class,
            Gallery.class,
            Clip.class,
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
            @DiscriminatorMapping(value = "image", schema = Image.class),
            @DiscriminatorMapping(value = "gallery", schema = Gallery.class),
            @DiscriminatorMapping(value = "media", schema = Clip.class),
            @DiscriminatorMapping(value = "quote", schema = Block.Quote.class),
            @DiscriminatorMapping(value = "pullquote", schema = Block.Pullquote.class),
            @DiscriminatorMapping(value = "list", schema = Block.ItemList.class),
            @DiscriminatorMapping(value = "table", schema = Table.class),
            @DiscriminatorMapping(value = "embed", schema = Block.Embed.class),
            @DiscriminatorMapping(value = "divider", schema = Block.Divider.class),
            @DiscriminatorMapping(value = "html", schema = Block.Html.class),
        })
public sealed interface Block
        permits Block.Paragraph,
                Block.Heading,
                Image,
                Gallery,
                Clip,
                Block.Quote,
                Block.Pullquote,
                Block.ItemList,
                Table,
                Block.Embed,
                Block.Divider,
                Block.Html {

    /** The longest members in characters; an `html` block must hold a whole table. */
    int MAX_HTML = 20_000;

    int MAX_RAW = 100_000;
    int MAX_LINE = 300;
    int MAX_TEXT = 1_000;
    int MAX_CAPTION = 10_000;
    int MAX_REFERENCE = 120;
    int MAX_ITEMS = 500;
    int MAX_ROWS = 500;
    int MAX_COLUMNS = 50;
    int MAX_CELL = 2_000;
    int MAX_URL = 2_000;

    /** This block with every HTML member sanitised and control characters gone from its text. */
    Block cleaned();

    /** The words a reader sees, without markup, in reading order. */
    List<String> lines();

    @Schema(
            name = "ParagraphBlock",
            description = "A paragraph of inline HTML.",
            requiredProperties = "type",
            examples = "{\"type\":\"paragraph\",\"html\":\"The vote was <strong>close</strong>.\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "paragraph"))
    record Paragraph(@NotNull @Size(max = MAX_HTML) String html) implements Block {
        @Override
        public Block cleaned() {
            return new Paragraph(Sanitiser.inline(html));
        }

        @Override
        public List<String> lines() {
            return PlainText.lines(html);
        }
    }

    @Schema(
            name = "HeadingBlock",
            description = "A heading inside the article; its text is plain.",
            requiredProperties = {"type", "level"},
            examples = "{\"type\":\"heading\",\"level\":2,\"text\":\"What happens next\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "heading"))
    record Heading(@Min(2) @Max(4) int level, @NotBlank @Size(max = MAX_LINE) String text)
            implements Block {
        @Override
        public Block cleaned() {
            return new Heading(level, Sanitiser.text(text));
        }

        @Override
        public List<String> lines() {
            return PlainText.present(text);
        }
    }

    @Schema(
            name = "QuoteBlock",
            description = "What somebody said or wrote, as inline HTML; `cite` names them.",
            requiredProperties = "type",
            examples =
                    "{\"type\":\"quote\",\"html\":\"We were ready.\",\"cite\":\"Ana Silva, mayor\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "quote"))
    record Quote(@NotNull @Size(max = MAX_HTML) String html, @Size(max = MAX_LINE) String cite)
            implements Block {
        @Override
        public Block cleaned() {
            return new Quote(Sanitiser.inline(html), Sanitiser.text(cite));
        }

        @Override
        public List<String> lines() {
            return PlainText.join(PlainText.lines(html), PlainText.present(cite));
        }
    }

    @Schema(
            name = "PullquoteBlock",
            description = "A line of the article set large; plain text.",
            requiredProperties = "type",
            examples = "{\"type\":\"pullquote\",\"text\":\"Nobody asked us.\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "pullquote"))
    record Pullquote(@NotBlank @Size(max = MAX_TEXT) String text, @Size(max = MAX_LINE) String cite)
            implements Block {
        @Override
        public Block cleaned() {
            return new Pullquote(Sanitiser.text(text), Sanitiser.text(cite));
        }

        @Override
        public List<String> lines() {
            return PlainText.join(PlainText.present(text), PlainText.present(cite));
        }
    }

    @Schema(
            name = "ListBlock",
            description = "A flat list, numbered when `ordered`; each item is inline HTML.",
            requiredProperties = {"type", "items"},
            examples =
                    "{\"type\":\"list\",\"ordered\":false,\"items\":[\"Bread\",\"<em>Salt</em>\"]}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "list"))
    record ItemList(
            boolean ordered,
            @Size(min = 1, max = MAX_ITEMS) List<@NotNull @Size(max = MAX_HTML) String> items)
            implements Block {
        public ItemList {
            items = Frozen.copy(items);
        }

        @Override
        public Block cleaned() {
            return new ItemList(ordered, items.stream().map(Sanitiser::inline).toList());
        }

        @Override
        public List<String> lines() {
            return items.stream().flatMap(item -> PlainText.lines(item).stream()).toList();
        }
    }

    @Schema(
            name = "EmbedBlock",
            description =
                    "Something shown from another site; `provider` is `web` when it is no known one.",
            requiredProperties = "type",
            examples =
                    "{\"type\":\"embed\",\"provider\":\"youtube\","
                            + "\"url\":\"https://www.youtube.com/watch?v=jNQXAC9IVRw\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "embed"))
    record Embed(
            @NotNull @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$") @Size(max = 40) String provider,
            @NotNull
                    @Pattern(regexp = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*$")
                    @Size(max = MAX_URL)
                    String url,
            @Size(max = MAX_LINE) String title)
            implements Block {
        @Override
        public Block cleaned() {
            return new Embed(Sanitiser.text(provider), Urls.kept(url), Sanitiser.text(title));
        }

        @Override
        public List<String> lines() {
            return PlainText.present(title);
        }
    }

    @Schema(
            name = "DividerBlock",
            description = "A break between two parts of the article.",
            requiredProperties = "type",
            examples = "{\"type\":\"divider\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "divider"))
    record Divider() implements Block {
        @Override
        public Block cleaned() {
            return this;
        }

        @Override
        public List<String> lines() {
            return List.of();
        }
    }

    @Schema(
            name = "HtmlBlock",
            description =
                    "Block-level HTML for what has no block of its own, such as nested lists.",
            requiredProperties = "type",
            examples = "{\"type\":\"html\",\"html\":\"<pre>10 PRINT</pre>\"}",
            properties = @SchemaProperty(name = "type", type = STRING, enumeration = "html"))
    record Html(@NotNull @Size(max = MAX_RAW) String html) implements Block {
        @Override
        public Block cleaned() {
            return new Html(Sanitiser.html(html));
        }

        @Override
        public List<String> lines() {
            return PlainText.lines(html);
        }
    }
}
