package dev.byline.related;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An article as far as it takes to tell whether another one reports the same story. */
record Story(Set<String> words, long publishedAt) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double SAME = 0.6;

    static Story of(String headline, long publishedAt) {
        Set<String> words =
                new HashSet<>(
                        Arrays.asList(BETWEEN_WORDS.split(headline.toLowerCase(Locale.ROOT))));
        words.remove("");
        return new Story(words, publishedAt);
    }

    /** Whether this is an older report of what the other one says in nearly the same headline. */
    boolean outdatedBy(Story other) {
        return publishedAt < other.publishedAt() && resembles(other);
    }

    private boolean resembles(Story other) {
        long both = words.stream().filter(other.words::contains).count();
        long all = words.size() + other.words.size() - both;
        return all > 0 && both >= SAME * all;
    }
}
