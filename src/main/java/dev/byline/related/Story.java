package dev.byline.related;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** An article as far as it takes to tell whether another one reports the same story. */
record Story(UUID id, String headline, long publishedAt) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double SAME = 0.6;

    /** Whether this is an older report of what the other one says in nearly the same headline. */
    boolean outdatedBy(Story other) {
        return publishedAt < other.publishedAt() && resembles(other);
    }

    private boolean resembles(Story other) {
        Set<String> mine = words(headline);
        Set<String> all = new HashSet<>(mine);
        Set<String> both = words(other.headline());
        all.addAll(both);
        both.retainAll(mine);
        return !all.isEmpty() && both.size() >= SAME * all.size();
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
