package dev.byline.revision;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.platform.json.Kebab;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** What was done to an article at one of its revisions, other than saving. */
@Entity
@Immutable
@Table(name = "revision_mark")
class RevisionMark {

    @Id private UUID id;

    @Column(name = "article_id")
    private UUID articleId;

    private int number;

    @Enumerated(EnumType.STRING)
    private Action action;

    private Instant at;

    @Column(name = "made_by")
    private String madeBy;

    protected RevisionMark() {}

    int number() {
        return number;
    }

    View view() {
        return new View(Kebab.of(action), madeBy, at);
    }

    /** A mark as the newsroom sees it. */
    @Schema(name = "RevisionMark", description = "What was done at a revision, such as publishing")
    record View(
            @Schema(required = true, examples = "\"publish\"") String action,
            @Schema(required = true, description = "Id of the key that did it") String by,
            @Schema(required = true) Instant at) {}
}
