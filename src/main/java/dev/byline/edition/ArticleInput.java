package dev.byline.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.body.Block;
import dev.byline.body.HtmlToBlocks;
import dev.byline.body.Sanitiser;
import dev.byline.platform.slug.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a writer sends for an article, in POST, PUT and PATCH alike; kept as typed, with markup made
 * safe.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a writer sends for an article. Create needs only a headline.")
public record ArticleInput(
        @Schema(description = "Kind of journalism; `story` when absent") ArticleType type,
        @Schema(required = true, examples = "\"Harbour gates closed before the surge\"")
                @NotBlank
                @Size(max = 300)
                String headline,
        @Schema(description = "Made from the headline when absent")
                @Pattern(regexp = Slug.PATTERN, message = Slug.RULE)
                String slug,
        @Size(max = 100) String kicker,
        @Size(max = 1000) String standfirst,
        @Schema(description = "Slug or id of a section") @Size(min = 1, max = 120) String section,
        @Schema(description = "Slugs or ids of tags, in order") @Size(max = 50)
                List<@NotBlank @Size(max = 120) String> tags,
        @Size(max = 30) List<@NotNull @Valid Contribution> authors,
        @Schema(description = "Own wording of the byline; made from the authors when absent")
                @Size(max = 300)
                String byline,
        @Schema(description = "Place that the report was filed from", examples = "\"Washington\"")
                @Size(max = 100)
                String dateline,
        @Schema(description = "BCP 47 language tag", examples = "\"en\"")
                @Pattern(
                        regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}",
                        message = "must be a BCP 47 language tag")
                String language,
        @Valid Source source,
        @Pattern(regexp = HTTP, message = HTTP_MESSAGE) String canonicalUrl,
        @Valid LeadMedia leadMedia,
        @Size(max = 1000) List<@NotNull @Valid Block> body,
        @Schema(description = "HTML instead of `body`; converted to blocks") @Size(max = 500_000)
                String bodyHtml,
        @Valid Comments comments,
        RelatedPolicy relatedPolicy,
        @Schema(description = "Free markers for clients, such as `exclusive`") @Size(max = 20)
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                                        message = "must be lower-case words joined by hyphens")
                                @Size(max = 60) String>
                        labels,
        @Valid Seo seo) {

    private static final String HTTP = "(?i:https?)://[^\\s<>\"]{1,1990}";
    private static final String HTTP_MESSAGE =
            "must be an absolute http(s) URL of at most 2,000 characters";

    /** An author and what they did. */
    public record Contribution(
            @Schema(required = true, description = "Slug or id of an author")
                    @NotBlank
                    @Size(max = 120)
                    String author,
            @Schema(examples = "\"reporter\"")
                    @Pattern(
                            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                            message = "must be lower-case words joined by hyphens")
                    @Size(max = 60)
                    String role) {}

    /** The picture or video that stands for the article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "LeadMediaInput",
            description =
                    "The picture or video that stands for the article. `caption` and `alt` replace the item's own here; the attribution is always the item's.")
    public record LeadMedia(
            @Schema(required = true, description = "Id of a media item")
                    @NotBlank
                    @Size(max = Block.MAX_REFERENCE)
                    String media,
            @Size(max = Block.MAX_CAPTION) String caption,
            @Size(max = Block.MAX_TEXT) String alt) {

        private LeadMedia cleaned() {
            return new LeadMedia(media, Sanitiser.text(caption), Sanitiser.text(alt));
        }
    }

    /** Where the story was first published or comes from. */
    @Schema(name = "ArticleSource")
    public record Source(
            @Schema(required = true) @NotBlank @Size(max = 200) String name,
            @Pattern(regexp = HTTP, message = HTTP_MESSAGE) String url) {}

    /** Whether readers may reply. */
    @Schema(name = "CommentsInput")
    public record Comments(Policy policy, Instant closesAt) {

        /** Who sees a reply, and when. */
        @Schema(name = "CommentPolicy")
        public enum Policy {
            @JsonProperty("open")
            OPEN,
            @JsonProperty("premoderated")
            PREMODERATED,
            @JsonProperty("closed")
            CLOSED
        }
    }

    /** What search engines show. */
    @Schema(name = "Seo")
    public record Seo(@Size(max = 200) String title, @Size(max = 500) String description) {}

    @AssertTrue(message = "send body or bodyHtml, not both")
    @Schema(hidden = true)
    boolean isBodyHtml() {
        return body == null || bodyHtml == null;
    }

    /**
     * The same record with markup made safe and HTML turned into blocks: what is stored, and given
     * back as typed.
     */
    ArticleInput safe() {
        List<Block> blocks = bodyHtml != null ? HtmlToBlocks.convert(bodyHtml) : body;
        return new ArticleInput(
                type,
                headline,
                slug,
                kicker,
                standfirst,
                section,
                tags,
                authors,
                byline,
                dateline,
                language,
                source,
                canonicalUrl,
                leadMedia == null ? null : leadMedia.cleaned(),
                blocks == null ? null : Sanitiser.clean(blocks),
                null,
                comments,
                relatedPolicy,
                labels,
                seo);
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
