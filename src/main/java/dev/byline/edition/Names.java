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
import org.hibernate.Session;

/** The tags and authors of editions, all in one statement, however many there are. */
@ApplicationScoped
public class Names {

    private static final String QUERY =
            """
            select et.edition_id, 'tag' as kind, t.id, t.slug, t.name, t.type as more, et.position
            from edition_tag et join tag t on t.id = et.tag_id where et.edition_id = any(cast(:editions as uuid[]))
            union all
            select ec.edition_id, 'author', a.id, a.slug, a.name, ec.role, ec.position
            from edition_credit ec join author a on a.id = ec.author_id where ec.edition_id = any(cast(:editions as uuid[]))
            order by 1, 2, 7""";

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
        List<Object[]> rows =
                em.unwrap(Session.class)
                        .createNativeQuery(QUERY, Object[].class)
                        // With the types told, Hibernate does not ask the driver for them.
                        .addScalar("edition_id", UUID.class)
                        .addScalar("kind", String.class)
                        .addScalar("id", UUID.class)
                        .addScalar("slug", String.class)
                        .addScalar("name", String.class)
                        .addScalar("more", String.class)
                        .setParameter("editions", editions.toArray(UUID[]::new))
                        .getResultList();
        for (Object[] c : rows) {
            Of of = names.getOrDefault((UUID) c[0], Of.NONE);
            if (c[1].equals("tag")) {
                of.tags()
                        .add(
                                new TagSummary(
                                        (UUID) c[2],
                                        (String) c[3],
                                        (String) c[4],
                                        Tag.Type.valueOf((String) c[5])));
            } else {
                of.authors()
                        .add(
                                new AuthorCredit(
                                        (UUID) c[2], (String) c[3], (String) c[4], (String) c[5]));
            }
        }
        return names;
    }
}
