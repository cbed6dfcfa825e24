package dev.byline.search;

import dev.byline.body.Glyphs;
import dev.byline.platform.slug.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;

/**
 * Suggests, for a query that found nothing, one with words that headlines of visible articles and
 * names have. Words of all scripts are compared as addresses spell them, in Latin letters.
 */
@ApplicationScoped
class Spelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]{2,39}");
    private static final int MOST_WORDS = 6;
    private static final double NEAR = 0.3;

    private static final String NEAREST =
            """
            select typed.word, near.text
            from unnest(cast(:words as text[]), cast(:spelt as text[])) typed(word, spelt)
            cross join lateral near_texts(typed.spelt) near(text)""";

    @Inject EntityManager em;

    /** The query with nearer words; empty when there are none. */
    Optional<String> suggest(String q) {
        List<String> words = new ArrayList<>();
        List<String> spelt = new ArrayList<>();
        WORD.matcher(q)
                .results()
                .map(MatchResult::group)
                // Without blanks between words a headline would be one word.
                .filter(word -> Glyphs.pairs(word).isEmpty() && !Slug.from(word, "").isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .forEach(
                        word -> {
                            words.add(word);
                            spelt.add(Slug.from(word, ""));
                        });
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Nearness> nearest = new HashMap<>();
        em.unwrap(Session.class)
                .createNativeQuery(NEAREST, Object[].class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("spelt", spelt.toArray(String[]::new))
                .getResultList()
                .forEach(row -> compare((String) row[0], (String) row[1], nearest));
        String suggestion =
                WORD.matcher(q)
                        .replaceAll(
                                word -> {
                                    Nearness near = nearest.get(word.group());
                                    return Matcher.quoteReplacement(
                                            near == null ? word.group() : near.word());
                                });
        return suggestion.equalsIgnoreCase(q) ? Optional.empty() : Optional.of(suggestion);
    }

    private static void compare(String typed, String text, Map<String, Nearness> nearest) {
        WORD.matcher(text)
                .results()
                .map(known -> Nearness.of(typed, known.group().toLowerCase(Locale.ROOT)))
                .filter(near -> near.degree() >= NEAR)
                .forEach(near -> nearest.merge(typed, near, Nearness::better));
    }
}
