package dev.byline.article;

import dev.byline.body.Glyphs;
import dev.byline.delivery.BuiltFrom;
import dev.byline.edition.ArticleType;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.json.Rfc3339;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The filters of a list of articles, as typed; {@link #read} judges them. */
public record ArticleFilter(
        @RestQuery
                @Parameter(
                        description =
                                "Slug of a section, with its children; several by comma: any of them",
                        example = "city",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                String section,
        @RestQuery
                @Parameter(
                        description = "Slug of a tag; several by comma: any of them",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                String tag,
        @RestQuery
                @Parameter(
                        description = "Slug of an author; several by comma: any of them",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                String author,
        @RestQuery
                @Parameter(
                        description = "Kind of article; several by comma: any of them",
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = ArticleType.class))
                String type,
        @RestQuery
                @Parameter(
                        description = "BCP 47 language range (RFC 4647): `en` also finds `en-GB`",
                        example = "en")
                String language,
        @RestQuery
                @Parameter(
                        description = "Published at or after this time",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                String from,
        @RestQuery
                @Parameter(
                        description = "Published before this time",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                String to,
        @RestQuery
                @Parameter(
                        description =
                                "Ids by comma, at most 100: these articles, in this order. Excludes `sort`, `cursor` and"
                                        + " `limit`.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class))
                String ids,
        @RestQuery
                @Parameter(
                        description =
                                "Full text: words, \"phrases\", -without, or; a * at the end takes the last word as a beginning",
                        schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
                String q) {

    private static final int MOST = 100;
    private static final int LONGEST_QUERY = 200;
    private static final Pattern RANGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");

    /**
     * The filters understood. Slugs are not looked up yet: an unknown one simply matches nothing.
     */
    public record Wanted(
            Set<String> sections,
            Set<String> tags,
            Set<String> authors,
            Set<ArticleType> types,
            String language,
            Instant from,
            Instant to,
            List<UUID> ids,
            String q) {

        /** No filter at all. */
        static final Wanted ALL =
                new Wanted(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, null);

        /** Tells what a list of these is built from. */
        void tell(BuiltFrom builtFrom) {
            sections.forEach(slug -> builtFrom.under("section", slug));
            tags.forEach(slug -> builtFrom.under("tag", slug));
            authors.forEach(slug -> builtFrom.under("author", slug));
            if (ids != null) {
                ids.forEach(builtFrom::item);
            } else if (sections.isEmpty() && tags.isEmpty() && authors.isEmpty()) {
                builtFrom.list("articles");
            }
            if (q != null) {
                builtFrom.list("articles");
                builtFrom.list("labels");
            }
        }

        /** The same, with the last word of the query as the beginning of one. */
        public Wanted prefix() {
            return new Wanted(sections, tags, authors, types, language, from, to, ids, q + "*");
        }
    }

    /** What is asked for; what is wrong with it goes to {@code flaws}. */
    public Wanted read(Flaws flaws) {
        if (q != null && (q.isBlank() || q.length() > LONGEST_QUERY)) {
            flaws.in("q", Flaw.OUT_OF_RANGE, "must have 1 to 200 characters");
        }
        if (language != null && !RANGE.matcher(language).matches()) {
            flaws.in("language", Flaw.MALFORMED, "must be a BCP 47 language range");
        }
        return new Wanted(
                words("section", section, flaws),
                words("tag", tag, flaws),
                words("author", author, flaws),
                types(flaws),
                language,
                time("from", from, flaws),
                time("to", to, flaws),
                ids(flaws),
                q == null ? null : Glyphs.query(q));
    }

    /** The filters in one canonical text, to which cursors are bound. */
    public String canonical() {
        return Stream.of(section, tag, author, type, language, from, to, q)
                .map(value -> value == null ? "" : value.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    private static Set<String> words(String name, String text, Flaws flaws) {
        Set<String> words = new LinkedHashSet<>();
        if (text != null) {
            words.addAll(List.of(text.split(",", -1)));
            if (words.size() > MOST) {
                flaws.in(name, Flaw.OUT_OF_RANGE, "names more than 100 items");
            } else if (words.contains("")) {
                flaws.in(name, Flaw.MALFORMED, "must not be empty, and has no empty item");
            }
        }
        return words;
    }

    private Set<ArticleType> types(Flaws flaws) {
        Set<ArticleType> types = new LinkedHashSet<>();
        for (String name : words("type", type, flaws)) {
            Kebab.parse(ArticleType.class, name)
                    .ifPresentOrElse(
                            types::add,
                            () ->
                                    flaws.in(
                                            "type",
                                            Flaw.UNKNOWN,
                                            "must be one of " + Kebab.names(ArticleType.class)));
        }
        return types;
    }

    private List<UUID> ids(Flaws flaws) {
        if (ids == null) {
            return null;
        }
        Set<UUID> wanted = new LinkedHashSet<>();
        for (String id : words("ids", ids, flaws)) {
            try {
                // UUID.fromString alone accepts "1-1-1-1-1".
                if (id.length() != 36) {
                    throw new IllegalArgumentException();
                }
                wanted.add(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                flaws.in("ids", Flaw.MALFORMED, "must be ids, separated by commas");
                break;
            }
        }
        return List.copyOf(wanted);
    }

    private static Instant time(String name, String text, Flaws flaws) {
        if (text == null) {
            return null;
        }
        var time = Rfc3339.parse(text);
        if (time.isEmpty()) {
            flaws.in(name, Flaw.MALFORMED, "must be a time as in 2026-03-01T12:00:00Z (RFC 3339)");
        }
        return time.orElse(null);
    }
}
