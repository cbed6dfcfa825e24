package dev.byline.comment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.byline.delivery.BuiltFrom;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the public may read of comments; the article's own gate was passed before, or is here. */
@ApplicationScoped
public class Threads {

    @Inject EntityManager em;
    @Inject BuiltFrom builtFrom;

    /** Heads of threads, each with its first replies; two statements. */
    Page<CommentView> threads(UUID article, boolean newest, PageRequest request) {
        builtFrom.comments(article);
        Page<Comment> page = request.of(new Listing(em, Listing.Kind.TOP, article, newest));
        Map<UUID, List<CommentView>> replies = first(page.items());
        return page.map(head -> CommentView.of(head, replies.getOrDefault(head.id(), List.of())));
    }

    Page<CommentView> flat(UUID article, boolean newest, PageRequest request) {
        builtFrom.comments(article);
        return request.of(new Listing(em, Listing.Kind.FLAT, article, newest))
                .map(comment -> CommentView.of(comment, null));
    }

    Page<CommentView> below(Comment above, PageRequest request) {
        return request.of(new Conversation(em, above))
                .map(comment -> CommentView.of(comment, null));
    }

    CommentView view(Comment comment) {
        return CommentView.of(
                comment,
                comment.depth() > 0
                        ? null
                        : first(List.of(comment)).getOrDefault(comment.id(), List.of()));
    }

    /** The comment, whatever its state, where its article is visible; else not found. */
    public Comment ofVisibleArticle(UUID id) {
        Comment comment =
                em.createNamedQuery("Comment.public", Comment.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Threads::unknown);
        builtFrom.item(comment.articleId());
        builtFrom.comments(comment.articleId());
        return comment;
    }

    /** The comment as everybody may see it: visible, or removed with visible ones below. */
    Comment shown(UUID id) {
        return shown(ofVisibleArticle(id));
    }

    static Comment shown(Comment comment) {
        if (!comment.visible() && comment.below() == 0) {
            throw unknown();
        }
        return comment;
    }

    static RuntimeException unknown() {
        // Who sends a token may see what others don't: a shared cache must not mix them up.
        return Problem.NOT_FOUND
                .because("Nothing public is at this address.")
                .with("Vary", CommentResource.TOKEN);
    }

    private Map<UUID, List<CommentView>> first(List<Comment> heads) {
        List<UUID> answered =
                heads.stream().filter(head -> head.below() > 0).map(Comment::id).toList();
        if (answered.isEmpty()) {
            return Map.of();
        }
        return em.createNamedQuery("Comment.first", Comment.class)
                .setParameter("heads", answered)
                .getResultStream()
                .collect(
                        groupingBy(
                                Comment::threadId,
                                mapping(reply -> CommentView.of(reply, null), toList())));
    }
}
