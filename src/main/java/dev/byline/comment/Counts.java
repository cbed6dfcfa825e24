package dev.byline.comment;

import dev.byline.delivery.BuiltFrom;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.page.Limit;
import dev.byline.platform.page.Page;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Visible comments of many articles at once, in one statement. */
@ApplicationScoped
class Counts {

    private static final UUID NONE = new UUID(0, 0);

    @Inject EntityManager em;
    @Inject BuiltFrom builtFrom;

    /** One article's count. */
    @Schema(name = "CommentCount", description = "How many visible comments an article has")
    public record Count(
            @Schema(required = true) UUID articleId,
            @Schema(required = true) String slug,
            @Schema(required = true, minimum = "0") long count) {}

    Page<Count> of(String articles) {
        Set<String> asked = asked(articles);
        Set<UUID> ids = new LinkedHashSet<>(Set.of(NONE));
        asked.forEach(name -> Ids.parse(name).ifPresent(ids::add));
        asked.forEach(name -> builtFrom.slug("article", name));
        ids.forEach(builtFrom::item);
        Map<String, Count> found = new HashMap<>();
        List<?> rows =
                em.createNativeQuery(
                                """
                                with wanted (name, id) as (
                                    select cast(id as text), id from article where id in (:ids)
                                    union all
                                    select slug, owner from slug
                                    where space = 'article' and once_public and not retired and slug in (:slugs))
                                select w.name, a.id, e.slug, visible_comments(a.id)
                                from wanted w join article a on a.id = w.id
                                join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                                where article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""",
                                Object[].class)
                        .setParameter("ids", ids)
                        .setParameter("slugs", asked)
                        .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            builtFrom.comments((UUID) columns[1]);
            found.put(
                    (String) columns[0],
                    new Count((UUID) columns[1], (String) columns[2], (Long) columns[3]));
        }
        List<Count> items =
                asked.stream()
                        .map(name -> found.get(name(name)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new Page<>(items, new Page.Info(asked.size(), null, null, null));
    }

    private static String name(String asked) {
        return Ids.parse(asked).map(UUID::toString).orElse(asked);
    }

    private static Set<String> asked(String articles) {
        Flaws flaws = new Flaws();
        Set<String> asked = new LinkedHashSet<>();
        if (articles == null) {
            flaws.in("articles", Flaw.REQUIRED, "names the articles, by comma");
        } else {
            asked.addAll(List.of(articles.split(",", -1)));
            if (asked.size() > Limit.MAX) {
                flaws.in("articles", Flaw.OUT_OF_RANGE, "names more than 100 items");
            } else if (asked.contains("")) {
                flaws.in("articles", Flaw.MALFORMED, "has an empty item");
            }
        }
        flaws.refuse();
        return asked;
    }
}
