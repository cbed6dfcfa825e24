package dev.byline.search;

import dev.byline.platform.slug.Slug;
import java.util.HashSet;
import java.util.Set;

/**
 * How near a known word is to a typed one, from 0 to 1: the share of groups of three letters that
 * both have, as pg_trgm counts them, in the spelling of addresses.
 */
record Nearness(String word, double degree) {

    static Nearness of(String typed, String known) {
        Set<String> mine = trigrams(typed);
        Set<String> all = trigrams(known);
        Set<String> both = new HashSet<>(mine);
        both.retainAll(all);
        all.addAll(mine);
        return new Nearness(known, all.isEmpty() ? 0 : (double) both.size() / all.size());
    }

    /** The nearer one; of two equally near ones, the first in the alphabet. */
    Nearness better(Nearness other) {
        int order = Double.compare(degree, other.degree);
        return order > 0 || order == 0 && word.compareTo(other.word) <= 0 ? this : other;
    }

    private static Set<String> trigrams(String word) {
        Set<String> trigrams = new HashSet<>();
        String spelt = Slug.from(word, "").replace("-", "");
        if (!spelt.isEmpty()) {
            String padded = "  " + spelt + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
