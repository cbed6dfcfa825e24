package dev.byline.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.platform.json.Kebab;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision without its content. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A saved version of an article, without its content")
record RevisionSummary(
        @Schema(required = true, description = "Counts up from 1 for each article") int n,
        @Schema(required = true, description = "`create`, `save` or `restore`") String action,
        @Schema(required = true, description = "Id of the key that saved it") String by,
        @Schema(required = true, description = "Time of the first of its saves") Instant beganAt,
        @Schema(required = true, description = "Time of the last of its saves") Instant at,
        @Schema(required = true, description = "How many saves it holds, the last one's content")
                int saves,
        @Schema(required = true, description = "Version of the article that it made") long version,
        @Schema(required = true) String slug,
        @Schema(required = true) String headline,
        String note,
        @Schema(description = "The revision that it brought back") Integer restoredFrom,
        @Schema(
                        required = true,
                        description = "What else was done to the article as it was then, in order")
                List<RevisionMark.View> marks) {

    private static final String RESTORE = "restore";

    RevisionSummary(
            int number,
            Action action,
            String by,
            Instant beganAt,
            Instant at,
            int saves,
            long version,
            String slug,
            String headline,
            String note,
            Integer restored,
            List<RevisionMark.View> marks) {
        this(
                number,
                restored == null ? Kebab.of(action) : RESTORE,
                by,
                beganAt,
                at,
                saves,
                version,
                slug,
                headline,
                note,
                restored,
                marks);
    }

    RevisionSummary(
            int number,
            Action action,
            String by,
            Instant beganAt,
            Instant at,
            int saves,
            long version,
            String slug,
            String headline,
            String note,
            Integer restored) {
        this(
                number, action, by, beganAt, at, saves, version, slug, headline, note, restored,
                List.of());
    }

    RevisionSummary with(List<RevisionMark.View> itsMarks) {
        return new RevisionSummary(
                n,
                action,
                by,
                beganAt,
                at,
                saves,
                version,
                slug,
                headline,
                note,
                restoredFrom,
                itsMarks);
    }
}
