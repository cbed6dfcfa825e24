package dev.byline.comment.desk;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.desk.DeskView.ArticleName;
import dev.byline.comment.person.CommenterView;
import dev.byline.comment.person.People;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Comments as moderators see them, with their articles and writers; a statement for each kind. */
@ApplicationScoped
class Desk {

    @Inject EntityManager em;
    @Inject People people;
    @Inject Decision.Repo decisions;

    /** How much there is to do. */
    @Schema(name = "ModerationCounts", description = "How many comments wait, and why")
    record Counts(
            @Schema(required = true, description = "By state") Map<String, Long> states,
            @Schema(required = true, description = "Held ones by what the rules found")
                    Map<String, Long> reasons,
            @Schema(required = true, description = "The twenty articles with most held ones")
                    List<Waiting> articles) {

        /** Held comments of one article. */
        @Schema(name = "HeldOfArticle")
        record Waiting(
                @Schema(required = true) ArticleName article, @Schema(required = true) long held) {}
    }

    Page<DeskView> views(Page<Comment> page) {
        Map<UUID, ArticleName> articles =
                articles(page.items().stream().map(Comment::articleId).distinct().toList());
        Map<UUID, CommenterView> writers =
                people.views(page.items().stream().map(Comment::commenterId).distinct().toList());
        return page.map(
                comment ->
                        DeskView.of(
                                comment,
                                articles.get(comment.articleId()),
                                writers.get(comment.commenterId()),
                                null));
    }

    DeskView view(Comment comment) {
        return DeskView.of(
                comment,
                articles(List.of(comment.articleId())).get(comment.articleId()),
                people.views(List.of(comment.commenterId())).get(comment.commenterId()),
                decisions.of(comment.id()).stream().map(Decision::view).toList());
    }

    Counts counts() {
        Map<String, Long> states = new LinkedHashMap<>();
        for (CommentState state : CommentState.values()) {
            states.put(Kebab.of(state), 0L);
        }
        rows("select state, count(*) from comment group by state")
                .forEach(
                        row ->
                                states.put(
                                        Kebab.of(CommentState.valueOf((String) row[0])),
                                        (Long) row[1]));
        Map<String, Long> reasons = new LinkedHashMap<>();
        rows("""
                        select f.finding ->> 'reason', count(*)
                        from comment c, jsonb_array_elements(c.findings) as f(finding)
                        where c.state = 'HELD' group by 1 order by 2 desc, 1""")
                .forEach(row -> reasons.put((String) row[0], (Long) row[1]));
        List<Object[]> held =
                rows(
                        """
                        select article_id, count(*) from comment where state = 'HELD'
                        group by article_id order by 2 desc, 1 limit 20""");
        Map<UUID, ArticleName> names = articles(held.stream().map(row -> (UUID) row[0]).toList());
        return new Counts(
                states,
                reasons,
                held.stream()
                        .map(row -> new Counts.Waiting(names.get((UUID) row[0]), (Long) row[1]))
                        .toList());
    }

    private Map<UUID, ArticleName> articles(List<UUID> ids) {
        Map<UUID, ArticleName> articles = new HashMap<>();
        if (!ids.isEmpty()) {
            List<?> rows =
                    em.createNativeQuery(
                                    """
                                    select a.id, a.slug, e.headline from article a
                                    join edition e on e.id = coalesce(a.live_id, a.working_id)
                                    where a.id in (:ids)""",
                                    Object[].class)
                            .setParameter("ids", ids)
                            .getResultList();
            for (Object row : rows) {
                Object[] columns = (Object[]) row;
                UUID id = (UUID) columns[0];
                articles.put(id, new ArticleName(id, (String) columns[1], (String) columns[2]));
            }
        }
        return articles;
    }

    private List<Object[]> rows(String constant) {
        List<?> rows = em.createNativeQuery(constant, Object[].class).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
