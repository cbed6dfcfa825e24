package dev.byline.article;

import dev.byline.edition.ArticleInput.Comments.Policy;
import dev.byline.edition.ArticleType;
import dev.byline.edition.Edition;
import dev.byline.edition.RelatedPolicy;
import dev.byline.taxonomy.Section;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.util.UUID;

/**
 * What one statement reads of an article and one of its editions; tags and authors follow in a
 * second one.
 */
record ArticleRow(
        UUID id,
        UUID edition,
        String slug,
        ArticleType type,
        String headline,
        String kicker,
        String standfirst,
        UUID sectionId,
        String sectionSlug,
        String sectionName,
        String byline,
        String dateline,
        String language,
        String sourceName,
        String sourceUrl,
        String canonicalUrl,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant updatedAt,
        int wordCount,
        int readingMinutes,
        String labels,
        String seoTitle,
        String seoDescription,
        UUID leadMedia,
        String leadCaption,
        String leadAlt,
        RelatedPolicy relatedPolicy,
        Policy commentPolicy,
        Boolean commentsOpen,
        Instant commentsCloseAt,
        Instant expiresAt) {

    /** The columns in the order of the components. */
    static Selection<?>[] columns(
            CriteriaBuilder cb,
            From<?, Article> article,
            From<?, Edition> edition,
            From<?, Section> section,
            Expression<Instant> updatedAt) {
        return new Selection<?>[] {
            article.get("id"),
            edition.get("id"),
            edition.get("slug"),
            edition.get("type"),
            edition.get("headline"),
            edition.get("kicker"),
            edition.get("standfirst"),
            section.get("id"),
            section.get("slug"),
            section.get("name"),
            edition.get("byline"),
            edition.get("dateline"),
            edition.get("language"),
            edition.get("sourceName"),
            edition.get("sourceUrl"),
            edition.get("canonicalUrl"),
            article.get("firstPublishedAt"),
            article.get("publishedAt"),
            updatedAt,
            edition.get("wordCount"),
            edition.get("readingMinutes"),
            edition.get("labels"),
            edition.get("seoTitle"),
            edition.get("seoDescription"),
            edition.get("leadMedia"),
            edition.get("leadCaption"),
            edition.get("leadAlt"),
            edition.get("relatedPolicy"),
            edition.get("commentPolicy"),
            cb.function(
                    "comments_open",
                    Boolean.class,
                    edition.get("commentPolicy"),
                    edition.get("commentsCloseAt"),
                    article.get("publishedAt"),
                    cb.nullLiteral(Instant.class)),
            cb.function(
                    "comments_close_at",
                    Instant.class,
                    edition.get("commentsCloseAt"),
                    article.get("publishedAt")),
            article.get("expiresAt")
        };
    }

    CommentFacts comments(Long count) {
        return new CommentFacts(commentPolicy, commentsOpen, commentsCloseAt, count);
    }

    /** What only the newsroom sees. */
    record Desk(
            ArticleState state,
            long version,
            UUID live,
            Instant embargoUntil,
            Instant expiresAt,
            Instant createdAt,
            Instant savedAt,
            String createdBy,
            Instant nextVersionAt,
            Instant takenDownAt,
            Takedown.Reason reason,
            String note) {

        static Selection<?>[] columns(From<?, Article> article) {
            return new Selection<?>[] {
                article.get("state"),
                article.get("version"),
                article.get("live").get("id"),
                article.get("embargoUntil"),
                article.get("expiresAt"),
                article.get("createdAt"),
                article.get("savedAt"),
                article.get("createdBy"),
                article.get("nextAt"),
                article.get("takenDownAt"),
                article.get("takedownReason"),
                article.get("takedownNote")
            };
        }

        Takedown takedown() {
            return reason == null ? null : new Takedown(reason, note);
        }

        boolean unpublishedChanges(UUID edition) {
            return live != null && !live.equals(edition);
        }
    }
}
