package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.ArticleType;
import dev.byline.edition.LeadMedia;
import dev.byline.edition.Names;
import dev.byline.media.MediaView;
import dev.byline.platform.openapi.Told;
import dev.byline.taxonomy.SectionSummary;
import dev.byline.taxonomy.TagSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article as lists show it: everything but the body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An article as lists show it")
public record ArticleSummary(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "\"last-pumps-leave-eelmarket\"") String slug,
        @Schema(required = true) ArticleType type,
        @Schema(required = true) String headline,
        String kicker,
        String standfirst,
        @Told(whenPublic = true) SectionSummary section,
        @Schema(required = true) List<TagSummary> tags,
        @Schema(required = true) List<Names.AuthorCredit> authors,
        @Schema(description = "Ready to print") String byline,
        String dateline,
        @Told(whenPublic = true) @Schema(description = "BCP 47") String language,
        ArticleInput.Source source,
        @Schema(description = "Absolute, as the newsroom typed it") String canonicalUrl,
        @Told(whenPublic = true) Instant firstPublishedAt,
        @Told(whenPublic = true) Instant publishedAt,
        @Told(whenPublic = true) @Schema(description = "Time of the last material change")
                Instant updatedAt,
        LeadMedia leadMedia,
        @Schema(required = true, minimum = "0") int wordCount,
        @Schema(required = true, minimum = "0") int readingMinutes,
        @Schema(required = true, implementation = String[].class) @JsonRawValue String labels,
        ArticleInput.Seo seo,
        @Schema(required = true) CommentFacts comments) {

    static ArticleSummary of(ArticleRow row, Names.Of names, Map<UUID, MediaView> media) {
        return of(row, names, media, null);
    }

    /** {@code count} is the number of visible comments, which only items tell. */
    static ArticleSummary of(
            ArticleRow row, Names.Of names, Map<UUID, MediaView> media, Long count) {
        return new ArticleSummary(
                row.id(),
                row.slug(),
                row.type(),
                row.headline(),
                row.kicker(),
                row.standfirst(),
                section(row),
                names.tags(),
                names.authors(),
                row.byline() != null ? row.byline() : names.byline(),
                row.dateline(),
                row.language(),
                source(row),
                row.canonicalUrl(),
                row.firstPublishedAt(),
                row.publishedAt(),
                row.updatedAt(),
                lead(row, media),
                row.wordCount(),
                row.readingMinutes(),
                row.labels(),
                seo(row),
                row.comments(count));
    }

    private static SectionSummary section(ArticleRow row) {
        return row.sectionId() == null
                ? null
                : new SectionSummary(row.sectionId(), row.sectionSlug(), row.sectionName());
    }

    private static LeadMedia lead(ArticleRow row, Map<UUID, MediaView> media) {
        return row.leadMedia() == null
                ? null
                : new LeadMedia(media.get(row.leadMedia()), row.leadCaption(), row.leadAlt());
    }

    private static ArticleInput.Source source(ArticleRow row) {
        return row.sourceName() == null
                ? null
                : new ArticleInput.Source(row.sourceName(), row.sourceUrl());
    }

    private static ArticleInput.Seo seo(ArticleRow row) {
        return row.seoTitle() == null && row.seoDescription() == null
                ? null
                : new ArticleInput.Seo(row.seoTitle(), row.seoDescription());
    }
}
