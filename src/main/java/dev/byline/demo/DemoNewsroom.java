package dev.byline.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.article.Article;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.Publication;
import dev.byline.author.Author;
import dev.byline.author.AuthorInput;
import dev.byline.correction.Correction;
import dev.byline.media.Delivery;
import dev.byline.platform.database.BylineConfig;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.SectionInput;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.TagInput;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fills an empty database with a newspaper to look at: everything goes through the same rules as an
 * editor's work.
 */
@ApplicationScoped
class DemoNewsroom {

    private static final Logger LOG = Logger.getLogger(DemoNewsroom.class);
    private static final String FOLDER = "demo/";
    private static final String AUTHOR = "demo";
    // After everything that the start needs.
    private static final int LAST = Interceptor.Priority.APPLICATION + 900;

    @Inject ObjectMapper mapper;
    @Inject EntityManager em;
    @Inject Section.Repo sections;
    @Inject Tag.Repo tags;
    @Inject Author.Repo authors;
    @Inject NewsroomArticles articles;
    @Inject Delivery delivery;
    @Inject DemoThreads readers;

    record Newsroom(
            String name,
            List<SectionInput> sections,
            List<TagInput> tags,
            List<AuthorInput> authors,
            List<String> pictures,
            List<String> articles) {}

    @Transactional
    void fill(@Observes @Priority(LAST) StartupEvent start, BylineConfig config) {
        if (!config.demo().orElse(false) || !onlyNode() || !empty()) {
            return;
        }
        Newsroom newsroom = read("newsroom.json", Newsroom.class);
        newsroom.sections().forEach(sections::create);
        newsroom.tags().forEach(tags::create);
        newsroom.authors().forEach(authors::create);
        Map<String, String> pictures = new HashMap<>();
        newsroom.pictures().forEach(file -> pictures.put(file, picture(file)));
        Instant now = new Article.Repo().now();
        Map<String, DemoThreads.Thread> threads =
                Arrays.stream(read("comments.json", DemoThreads.Thread[].class))
                        .collect(
                                Collectors.toMap(DemoThreads.Thread::article, Function.identity()));
        newsroom.articles().forEach(file -> write(article(file, pictures), threads.get(file), now));
        LOG.infof("Filled the empty database with a demonstration newsroom: %s", newsroom.name());
    }

    /** Brings a picture in, by the door that every upload goes through, and gives its id. */
    private String picture(String file) {
        try {
            Path copy = Files.createTempFile("byline-demo", file);
            try (InputStream bytes = open("pictures/" + file)) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
                return delivery.take(copy, file, AUTHOR).toString();
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The demonstration picture %s can't be brought in".formatted(file), e);
        }
    }

    /** The article, whose file names pictures by their files, with the ids that those got. */
    private DemoArticle article(String file, Map<String, String> pictures) {
        try {
            JsonNode tree = read("articles/" + file, JsonNode.class);
            for (JsonNode parent : tree.findParents("media")) {
                String picture = parent.get("media").textValue();
                if (!pictures.containsKey(picture)) {
                    throw new IllegalStateException(
                            "%s names the picture %s, which is not there".formatted(file, picture));
                }
                ((ObjectNode) parent).put("media", pictures.get(picture));
            }
            return mapper.treeToValue(tree, DemoArticle.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DemoArticle demo, DemoThreads.Thread thread, Instant now) {
        Article article = articles.draft(demo.article(), AUTHOR);
        if (demo.published() != null) {
            Instant time = now.minus(demo.published().ago());
            articles.publish(article, Publication.at(time), AUTHOR, now);
            if (demo.updatedAgo() != null) {
                articles.publish(
                        article, Publication.MATERIAL, AUTHOR, now.minus(demo.updatedAgo()));
            }
        } else if (demo.state() == DemoArticle.State.scheduled) {
            articles.schedule(article, Publication.at(now.plus(demo.in())), AUTHOR, now);
        }
        if (thread != null) {
            readers.write(article.id(), now.minus(demo.published().ago()), thread);
        }
        if (demo.corrections() != null) {
            demo.corrections()
                    .forEach(
                            note ->
                                    new Correction(
                                                    article.id(),
                                                    note.kind(),
                                                    note.text(),
                                                    AUTHOR,
                                                    now.minus(note.ago()))
                                            .persist());
        }
    }

    /** Two nodes that start at once fill the database once; the lock ends with the transaction. */
    private boolean onlyNode() {
        return (Boolean)
                em.createNativeQuery("select pg_try_advisory_xact_lock(7236)", Boolean.class)
                        .getSingleResult();
    }

    private boolean empty() {
        return sections.count() == 0 && tags.count() == 0 && new Article.Repo().count() == 0;
    }

    private <T> T read(String file, Class<T> type) {
        try (InputStream json = open(file)) {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The demonstration file %s can't be read".formatted(file), e);
        }
    }

    private static InputStream open(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file);
    }
}
