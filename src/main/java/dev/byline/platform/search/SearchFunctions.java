package dev.byline.platform.search;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.BasicTypeRegistry;
import org.hibernate.type.StandardBasicTypes;

/**
 * Full-text search in queries: what was typed stands in a subquery of its own, so that the database
 * understands it once and not once for each row.
 */
public final class SearchFunctions implements FunctionContributor {

    public static final String MATCHES = "search_matches";
    public static final String RANK = "search_rank";

    /** For what has no language: whole words, as they are. */
    public static final String WORDS_MATCH = "words_match";

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        var functions = contributions.getFunctionRegistry();
        BasicTypeRegistry types = contributions.getTypeConfiguration().getBasicTypeRegistry();
        functions.registerPattern(
                MATCHES,
                "(?1 @@ (select search_query(?2)))",
                types.resolve(StandardBasicTypes.BOOLEAN));
        functions.registerPattern(
                WORDS_MATCH,
                "(?1 @@ websearch_to_tsquery('pg_catalog.simple', ?2))",
                types.resolve(StandardBasicTypes.BOOLEAN));
        functions.registerPattern(
                RANK,
                "ts_rank(?1, (select search_query(?2)), 1)",
                types.resolve(StandardBasicTypes.FLOAT));
    }
}
