package dev.byline.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.byline.author.Author;
import dev.byline.body.Block;
import dev.byline.body.Glyphs;
import dev.byline.body.PlainText;
import dev.byline.edition.Edition.Rendered;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.slug.Slug;
import dev.byline.platform.slug.Slugs;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Turns what a writer sent into an edition: safe markup, known references, a slug of its own. */
@ApplicationScoped
public class CopyDesk {

    /** The space of article slugs. */
    public static final String SPACE = "article";

    // Without the element's type Jackson would leave out each block's "type".
    private static final JavaType BLOCKS =
            TypeFactory.defaultInstance().constructCollectionType(List.class, Block.class);

    @Inject ObjectMapper mapper;
    @Inject Slugs slugs;
    @Inject Section.Repo sections;
    @Inject Tag.Repo tags;
    @Inject Author.Repo authors;
    @Inject MediaDesk media;

    /** The write record as it will be kept, in JSON: the same text means nothing changed. */
    public String typed(ArticleInput input) {
        return json(input.safe());
    }

    /**
     * What a patch is applied to: the typed record, whose body gives way to {@code bodyHtml} in the
     * patch.
     */
    public JsonNode base(Edition edition, JsonNode patch) {
        try {
            ObjectNode typed = (ObjectNode) mapper.readTree(edition.input());
            if (patch != null && patch.hasNonNull("bodyHtml") && !patch.has("body")) {
                typed.remove("body");
            }
            return typed;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Edition %s holds no write record".formatted(edition.id()), e);
        }
    }

    /**
     * Writes the record into the edition. {@code published} is the slug that the public knows, or
     * null: it stays while the writer names no other. The article keeps the {@code held} slugs of
     * its other editions.
     */
    public void write(
            Edition edition, UUID article, String published, Set<String> held, ArticleInput input) {
        ArticleInput typed = input.safe();
        Flaws flaws = new Flaws();
        References references = References.of(typed, sections, tags, authors, media, flaws);
        String language = language(typed.language(), flaws);
        if (typed.slug() != null && !Slug.valid(typed.slug())) {
            flaws.at("/slug", Flaw.MALFORMED, "must not look like an id");
        }
        flaws.refuse();
        String plainText = PlainText.of(ArticleInput.orEmpty(typed.body()));
        edition.write(
                typed,
                slug(typed, article, published),
                references,
                new Rendered(
                        language,
                        json(ArticleInput.orEmpty(typed.labels())),
                        json(ArticleInput.orEmpty(typed.body()), BLOCKS),
                        plainText,
                        Glyphs.pairs(
                                typed.headline()
                                        + '\n'
                                        + Objects.requireNonNullElse(typed.standfirst(), "")
                                        + '\n'
                                        + plainText),
                        json(typed)));
        Set<String> used = new HashSet<>(held);
        used.add(edition.slug());
        if (published != null) {
            used.add(published);
        }
        slugs.release(article, used);
    }

    private String slug(ArticleInput typed, UUID article, String published) {
        if (typed.slug() != null) {
            slugs.claim(SPACE, typed.slug(), article);
            return typed.slug();
        }
        return published != null
                ? published
                : slugs.claimFree(SPACE, Slug.from(typed.headline(), "article"), article);
    }

    private static String language(String tag, Flaws flaws) {
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            flaws.at("/language", Flaw.MALFORMED, "must be a BCP 47 language tag");
            return null;
        }
    }

    private String json(Object value) {
        return json(value, mapper.constructType(value.getClass()));
    }

    private String json(Object value, JavaType type) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A write record can't be written as JSON", e);
        }
    }
}
