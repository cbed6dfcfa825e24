package dev.byline.comment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Tally;
import dev.byline.comment.mail.Notices;
import dev.byline.platform.entity.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a commenter may ask for: everything that is known of them, or that it be forgotten. */
@ApplicationScoped
class PersonalData {

    @Inject EntityManager em;
    @Inject Tally tally;
    @Inject People people;
    @Inject Notices notices;

    /** Everything that is kept of one commenter. */
    @Schema(name = "CommenterExport", description = "Everything that is kept of one commenter")
    record Export(
            @Schema(required = true) CommenterView commenter,
            @Schema(required = true, description = "In every state, the oldest first")
                    List<Kept> comments) {

        @Override
        public String toString() {
            return "Export[]";
        }
    }

    /** One comment with all that is kept of it. */
    @Schema(name = "ExportedComment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID articleId,
            UUID parentId,
            @Schema(required = true) CommentState state,
            @Schema(required = true) String name,
            String website,
            @Schema(required = true) String text,
            @Schema(required = true) Instant createdAt,
            Instant editedAt,
            @Schema(description = "The network that it came from, while that is kept")
                    String address,
            @Schema(description = "What was agreed to") String consent,
            @Schema(description = "True when they are told of replies to it by e-mail")
                    Boolean notifyReplies) {

        static Kept of(Comment comment, boolean told) {
            return new Kept(
                    comment.id(),
                    comment.articleId(),
                    comment.parentId(),
                    comment.state(),
                    comment.name(),
                    comment.website(),
                    comment.text(),
                    comment.createdAt(),
                    comment.editedAt(),
                    comment.address(),
                    comment.consent(),
                    told ? true : null);
        }
    }

    /** What becomes of the comments of who is forgotten. */
    @Schema(name = "EraseMode")
    enum Mode {
        /** The words stay, without a name. */
        @JsonProperty("anonymise")
        ANONYMISE,
        /** The words go too. */
        @JsonProperty("remove")
        REMOVE
    }

    /** Proof of an erasure, without a word of whom. */
    @Schema(name = "ErasureReceipt", description = "Proof of an erasure")
    record Receipt(
            @Schema(required = true) UUID receipt,
            @Schema(required = true) UUID commenterId,
            @Schema(required = true) Mode mode,
            @Schema(required = true, description = "How many comments it concerned") int comments,
            @Schema(required = true) Instant at) {}

    Export export(Commenter commenter) {
        List<UUID> told = notices.confirmed(commenter.id());
        return new Export(
                people.view(commenter),
                em.createQuery(
                                """
                                select c from Comment c where c.commenterId = :commenter
                                order by c.createdAt, c.id""",
                                Comment.class)
                        .setParameter("commenter", commenter.id())
                        .getResultStream()
                        .map(comment -> Kept.of(comment, told.contains(comment.id())))
                        .toList());
    }

    Receipt erase(Commenter commenter, Mode mode, String by) {
        // First of all: it waits for comments of theirs on the way in, and takes no more.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        commenter.erase(now);
        em.flush();
        notices.forget(commenter.id());
        List<UUID> ids =
                em.createQuery(
                                "select c.id from Comment c where c.commenterId = :commenter",
                                UUID.class)
                        .setParameter("commenter", commenter.id())
                        .getResultList();
        for (Comment comment : ids.isEmpty() ? List.<Comment>of() : tally.locked(ids)) {
            if (mode == Mode.REMOVE) {
                comment.wipe();
                tally.move(comment, CommentState.DELETED);
            } else {
                comment.anonymise();
                tally.move(comment, comment.state());
            }
        }
        em.createNativeQuery(
                        """
                        update comment_decision set note = null
                        where comment_id in (select id from comment where commenter_id = :commenter)""")
                .setParameter("commenter", commenter.id())
                .executeUpdate();
        Receipt receipt = new Receipt(Aggregate.newId(), commenter.id(), mode, ids.size(), now);
        em.createNativeQuery(
                        """
                        insert into comment_erasure (id, commenter_id, mode, comments, erased_by, at)
                        values (:id, :commenter, :mode, :comments, :by, :at)""")
                .setParameter("id", receipt.receipt())
                .setParameter("commenter", commenter.id())
                .setParameter("mode", mode.name())
                .setParameter("comments", receipt.comments())
                .setParameter("by", by)
                .setParameter("at", now)
                .executeUpdate();
        return receipt;
    }
}
