package dev.byline.search;

import dev.byline.article.SearchResult.Hit;
import dev.byline.edition.ArticleType;
import dev.byline.search.Facets.LabelCount;
import dev.byline.search.Facets.TypeCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Counts articles found by their types, and in one statement by what they stand under. */
@ApplicationScoped
class FacetQuery {

    private static final String COUNTS =
            """
            with found as (select unnest(cast(:ids as uuid[])) as id),
            label as (
                select counted.label_id as id, counted.articles
                from (select s.label_id, count(*) as articles from shelf s join found on found.id = s.article_id
                      where on_shelf(s.shown_from, s.shown_until, null)
                      group by s.label_id) counted),
            named as (
                select 'section' as kind, x.id, x.slug, x.name, label.articles from label join section x on x.id = label.id
                union all
                select 'tag', x.id, x.slug, x.name, label.articles from label join tag x on x.id = label.id
                union all
                select 'author', x.id, x.slug, x.name, label.articles from label join author x on x.id = label.id),
            placed as (
                select named.*, row_number() over (partition by kind order by articles desc, slug) as place from named)
            select kind, id, slug, name, articles from placed where place <= 10 order by kind, place""";

    @Inject EntityManager em;

    Facets of(List<Hit> found) {
        if (found.isEmpty()) {
            return Facets.NONE;
        }
        Facets facets =
                new Facets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), types(found));
        em.unwrap(Session.class)
                .createNativeQuery(COUNTS, Object[].class)
                // With the types told, Hibernate does not ask the driver for them.
                .addScalar("kind", String.class)
                .addScalar("id", UUID.class)
                .addScalar("slug", String.class)
                .addScalar("name", String.class)
                .addScalar("articles", Long.class)
                .setParameter("ids", found.stream().map(Hit::id).toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> add(row, facets));
        return facets;
    }

    private static List<TypeCount> types(List<Hit> found) {
        Map<ArticleType, Long> counts =
                found.stream().collect(Collectors.groupingBy(Hit::type, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new TypeCount(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing(TypeCount::count)
                                .reversed()
                                .thenComparing(type -> type.type().name()))
                .toList();
    }

    private static void add(Object[] row, Facets facets) {
        LabelCount label =
                new LabelCount((UUID) row[1], (String) row[2], (String) row[3], (Long) row[4]);
        switch ((String) row[0]) {
            case "section" -> facets.sections().add(label);
            case "tag" -> facets.tags().add(label);
            default -> facets.authors().add(label);
        }
    }
}
