package dev.byline.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.TagSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tags and authors of editions, all in one statement, however many there are. */
@ApplicationScoped
public class Names {

    private static final String QUERY =
            """
            select et.edition_id, 'tag' as kind, et.position, t.id, t.slug, t.name, t.type as more
            from edition_tag et join tag t on t.id = et.tag_id where et.edition_id in (:editions)
            union all
            select ec.edition_id, 'author', ec.position, a.id, a.slug, a.name, ec.role
            from edition_credit ec join author a on a.id = ec.author_id where ec.edition_id in (:editions)
            order by 1, 2, 3""";

    @Inject EntityManager em;

    /** An edition's tags and authors, in the writer's order. */
    public record Of(List<TagSummary> tags, List<AuthorCredit> authors) {

        static final Of NONE = new Of(List.of(), List.of());

        /** The authors' names, ready to print. */
        public String byline() {
            return authors.isEmpty()
                    ? null
                    : authors.stream().map(AuthorCredit::name).collect(Collectors.joining(", "));
        }
    }

    /** An author as an article names them. */
    @Schema(description = "An author and their part in the article")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuthorCredit(
            @Schema(required = true) UUID id,
            @Schema(required = true) String slug,
            @Schema(required = true) String name,
            @Schema(examples = "\"reporter\"") String role) {}

    /** Looks up by edition; editions without tags and authors are answered as well. */
    public Map<UUID, Of> of(Collection<UUID> editions) {
        Map<UUID, Of> names = new HashMap<>();
        editions.forEach(id -> names.put(id, new Of(new ArrayList<>(), new ArrayList<>())));
        if (editions.isEmpty()) {
            return names;
        }
        List<?> rows =
                em.createNativeQuery(QUERY, Object[].class)
                        .setParameter("editions", editions)
                        .getResultList();
        for (Object row : rows) {
            Object[] c = (Object[]) row;
            Of of = names.getOrDefault((UUID) c[0], Of.NONE);
            if (c[1].equals("tag")) {
                of.tags()
                        .add(
                                new TagSummary(
                                        (UUID) c[3],
                                        (String) c[4],
                                        (String) c[5],
                                        Tag.Type.valueOf((String) c[6])));
            } else {
                of.authors()
                        .add(
                                new AuthorCredit(
                                        (UUID) c[3], (String) c[4], (String) c[5], (String) c[6]));
            }
        }
        return names;
    }
}
