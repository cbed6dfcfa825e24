package dev.byline.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;

/**
 * Suggests, for a query that found nothing, one with words that headlines of visible articles and
 * names have. Knows words in Latin letters only.
 */
@ApplicationScoped
class Spelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");
    private static final int MOST_WORDS = 6;

    private static final String NEAREST =
            """
            select distinct on (typed.word) typed.word, known.word
            from (select w as word, lower(unaccent(w)) as plain from unnest(cast(:words as text[])) w) typed
            cross join lateral (
                (select e.headline as text from article a
                 join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                 where a.slug %> typed.plain
                   and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)
                 order by word_similarity(typed.plain, a.slug) desc, a.id limit 10)
                union all
                (select t.name from tag t where t.slug %> typed.plain and any_visible_article(t.id, null)
                 order by word_similarity(typed.plain, t.slug) desc, t.id limit 5)
                union all
                (select u.name from author u where u.slug %> typed.plain and any_visible_article(u.id, null)
                 order by word_similarity(typed.plain, u.slug) desc, u.id limit 5)) near
            cross join lateral (
                select w as word, similarity(lower(unaccent(w)), typed.plain) as nearness
                from regexp_split_to_table(near.text, '[^[:alnum:]]+') w) known
            where known.nearness >= 0.3
            order by typed.word, known.nearness desc, known.word""";

    @Inject EntityManager em;

    /** The query with nearer words; empty when there are none. */
    Optional<String> suggest(String q) {
        List<String> words =
                WORD.matcher(q).results().map(r -> r.group()).distinct().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> nearest = new HashMap<>();
        em.unwrap(Session.class)
                .createNativeQuery(NEAREST, Object[].class)
                .setParameter("words", words.toArray(String[]::new))
                .getResultList()
                .forEach(
                        row ->
                                nearest.put(
                                        (String) row[0],
                                        ((String) row[1]).toLowerCase(Locale.ROOT)));
        String suggestion =
                WORD.matcher(q)
                        .replaceAll(
                                word ->
                                        Matcher.quoteReplacement(
                                                nearest.getOrDefault(word.group(), word.group())));
        return suggestion.equalsIgnoreCase(q) ? Optional.empty() : Optional.of(suggestion);
    }
}
