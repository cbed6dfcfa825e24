package dev.byline.search;

import dev.byline.search.SearchHit.Highlights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Shows where articles match, all of a page in one statement. */
@ApplicationScoped
class Highlighter {

    // The database marks with characters that no text has; the text is escaped afterwards.
    private static final char START = '\uE000';
    private static final char STOP = '\uE001';
    private static final char BETWEEN = '\uE002';
    // Stand for < and >, which would make the database take words for tags and drop them.
    private static final char LESS = '\uE003';
    private static final char MORE = '\uE004';

    private static final String MARKED =
            """
            select e.article_id,
                   ts_headline(text_config(e.language), translate(e.headline, :marks, :signs), words.query, :whole) as headline,
                   ts_headline(text_config(e.language), translate(coalesce(e.standfirst, ''), :marks, :signs), words.query, :whole) as standfirst,
                   ts_headline(text_config(e.language), translate(left(e.plain_text, 5000), :marks, :signs), words.query, :parts) as body
            from article a join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
            cross join lateral (select highlight_query(:q, e.language) as query offset 0) words
            where a.id = any(cast(:ids as uuid[]))
              and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""";
    private static final String WHOLE =
            "StartSel=\"%s\", StopSel=\"%s\", HighlightAll=true".formatted(START, STOP);
    private static final String PARTS =
            "StartSel=\"%s\", StopSel=\"%s\", FragmentDelimiter=\"%s\", MaxFragments=2, MaxWords=25, MinWords=10, ShortWord=0"
                    .formatted(START, STOP, BETWEEN);

    @Inject EntityManager em;

    Map<UUID, Highlights> of(List<UUID> articles, String q) {
        Map<UUID, Highlights> highlights = new HashMap<>();
        if (!articles.isEmpty()) {
            em.unwrap(Session.class)
                    .createNativeQuery(MARKED, Object[].class)
                    // With the types told, Hibernate does not ask the driver for them.
                    .addScalar("article_id", UUID.class)
                    .addScalar("headline", String.class)
                    .addScalar("standfirst", String.class)
                    .addScalar("body", String.class)
                    .setParameter("marks", "<>" + START + STOP + BETWEEN)
                    .setParameter("signs", "" + LESS + MORE)
                    .setParameter("whole", WHOLE)
                    .setParameter("parts", PARTS)
                    .setParameter("q", q)
                    .setParameter("ids", articles.toArray(UUID[]::new))
                    .getResultList()
                    .forEach(row -> highlights.put((UUID) row[0], highlights(row)));
        }
        return highlights;
    }

    private static Highlights highlights(Object[] row) {
        return new Highlights(
                marked((String) row[1]),
                marked((String) row[2]),
                Arrays.stream(((String) row[3]).split(String.valueOf(BETWEEN)))
                        .filter(part -> part.indexOf(START) >= 0)
                        .map(part -> html(part.strip()))
                        .toList());
    }

    private static String marked(String text) {
        return text.indexOf(START) < 0 ? null : html(text);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace(String.valueOf(LESS), "&lt;")
                .replace(String.valueOf(MORE), "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(String.valueOf(START), "<mark>")
                .replace(String.valueOf(STOP), "</mark>");
    }
}
