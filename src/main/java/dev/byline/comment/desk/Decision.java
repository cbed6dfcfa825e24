package dev.byline.comment.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.comment.CommentState;
import dev.byline.comment.Grounds;
import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a moderator decided about a comment, and what it was before. */
@Entity
@Table(name = "comment_decision")
@NamedQuery(
        name = "Decision.of",
        query =
                "select d from Decision d where d.commentId = :comment order by d.at desc, d.id desc")
class Decision extends PanacheEntityBase {

    /** What can be decided. */
    @Schema(name = "CommentAction")
    enum Action {
        @JsonProperty("approve")
        APPROVE(CommentState.VISIBLE),
        @JsonProperty("reject")
        REJECT(CommentState.REJECTED),
        @JsonProperty("spam")
        SPAM(CommentState.SPAM);

        private final CommentState to;

        Action(CommentState to) {
            this.to = to;
        }

        CommentState to() {
            return to;
        }
    }

    @Id private UUID id = Aggregate.newId();

    @Column(name = "comment_id")
    private UUID commentId;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private CommentState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private CommentState toState;

    @Enumerated(EnumType.STRING)
    private Grounds reason;

    private String note;

    @Column(name = "decided_by")
    private String decidedBy;

    private String name;
    private Instant at;
    private boolean undone;

    protected Decision() {}

    Decision(UUID comment, CommentState from, Wish wish, String by, String name, Instant at) {
        commentId = comment;
        action = wish.action();
        fromState = from;
        toState = wish.action().to();
        reason = wish.reason();
        note = wish.note();
        decidedBy = by;
        this.name = name;
        this.at = at;
    }

    /** What a moderator wants. */
    record Wish(Action action, Grounds reason, String note) {}

    void undo() {
        undone = true;
    }

    boolean standing() {
        return !undone;
    }

    CommentState fromState() {
        return fromState;
    }

    CommentState toState() {
        return toState;
    }

    View view() {
        return new View(action, fromState, reason, note, decidedBy, name, at, undone);
    }

    /** A decision as moderators see it. */
    @Schema(name = "CommentDecision")
    record View(
            @Schema(required = true) Action action,
            @Schema(required = true, description = "The state before") CommentState from,
            Grounds reason,
            String note,
            @Schema(required = true, description = "Id of the key") String by,
            @Schema(required = true, description = "Name of the key") String name,
            @Schema(required = true) Instant at,
            @Schema(required = true) boolean undone) {}

    /** Finds decisions. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<Decision, UUID> {

        /** The decisions about a comment, the latest first. */
        List<Decision> of(UUID comment) {
            return getEntityManager()
                    .createNamedQuery("Decision.of", Decision.class)
                    .setParameter("comment", comment)
                    .getResultList();
        }
    }
}
