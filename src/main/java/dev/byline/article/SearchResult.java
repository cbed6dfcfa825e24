package dev.byline.article;

import dev.byline.edition.ArticleType;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The visible articles that a query found, the best or the newest first: read once, for the page
 * and all that is counted. Of more than 10,000 it holds the first.
 */
public final class SearchResult implements Keyset<SearchResult.Hit> {

    static final int MOST = 10_000;

    // As the database orders them.
    private static final Comparator<UUID> IDS =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final boolean ranked;
    private final List<Hit> hits;
    private final LongSupplier all;

    /** {@code all} counts them when there are more than it holds. */
    SearchResult(List<Hit> hits, boolean ranked, LongSupplier all) {
        this.hits = List.copyOf(hits);
        this.ranked = ranked;
        this.all = all;
    }

    /** One article found, and how well it answers the query. */
    public record Hit(UUID id, ArticleType type, Instant publishedAt, float rank) {}

    public List<Hit> hits() {
        return hits;
    }

    @Override
    public List<Hit> rows(Position from, int max) {
        if (from == null) {
            return hits.stream().limit(max).toList();
        }
        List<Hit> inOrder = new ArrayList<>(hits);
        if (!from.forward()) {
            Collections.reverse(inOrder);
        }
        return beyond(inOrder.stream(), from).limit(max).toList();
    }

    @Override
    public boolean any(Position from) {
        return beyond(hits.stream(), from).findAny().isPresent();
    }

    @Override
    public long count() {
        return hits.size() < MOST ? hits.size() : all.getAsLong();
    }

    @Override
    public String key(Hit hit) {
        return ranked ? String.valueOf(hit.rank()) : Position.key(hit.publishedAt());
    }

    @Override
    public UUID id(Hit hit) {
        return hit.id();
    }

    private Stream<Hit> beyond(Stream<Hit> hits, Position from) {
        Predicate<Hit> lower = hit -> compare(hit, from) < 0;
        Predicate<Hit> higher = hit -> compare(hit, from) > 0;
        return hits.filter(from.forward() ? lower : higher);
    }

    private int compare(Hit hit, Position at) {
        int order =
                ranked
                        ? Float.compare(hit.rank(), Float.parseFloat(at.key()))
                        : hit.publishedAt().compareTo(at.instant());
        return order != 0 ? order : IDS.compare(hit.id(), at.id());
    }
}
