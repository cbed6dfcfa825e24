package dev.byline.taxonomy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.label.Label;
import dev.byline.platform.label.LabelRepo;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** What an article is about: a topic, a person, a place …; typed, and perhaps known elsewhere. */
@Entity
@NamedQuery(
        name = "Tag.named",
        query =
                """
                select x.slug, t from Tag t join SlugRow x on x.owner = t.id
                where x.space = 'tag' and (x.slug in :slugs or x.owner in :ids)
                """)
public class Tag extends Label {

    /** What kind of thing a tag stands for. */
    @Schema(name = "TagType")
    public enum Type {
        @JsonProperty("topic")
        TOPIC,
        @JsonProperty("person")
        PERSON,
        @JsonProperty("organisation")
        ORGANISATION,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("event")
        EVENT,
        @JsonProperty("series")
        SERIES,
        @JsonProperty("keyword")
        KEYWORD;

        /** The type that a parameter names; null without one. */
        static Type read(String name, Flaws flaws) {
            if (name == null) {
                return null;
            }
            return Kebab.parse(Type.class, name)
                    .orElseGet(
                            () -> {
                                flaws.in(
                                        "type",
                                        Flaw.UNKNOWN,
                                        "must be one of " + Kebab.names(Type.class));
                                return null;
                            });
        }
    }

    @Enumerated(EnumType.STRING)
    private Type type;

    private String description;

    @Column(name = "same_as")
    private String sameAs;

    public Type type() {
        return type;
    }

    String description() {
        return description;
    }

    String sameAs() {
        return sameAs;
    }

    @Override
    public TagInput input() {
        return new TagInput(slug(), name(), type, description, sameAs);
    }

    /** Finds tags. */
    @ApplicationScoped
    public static class Repo extends LabelRepo<Tag, TagInput> {

        /** A tag that became part of another one is that one, by its id too. */
        @Override
        public Map<String, Tag> resolve(Collection<String> idsOrSlugs) {
            Map<String, Tag> found = super.resolve(idsOrSlugs);
            for (String name : idsOrSlugs) {
                if (!found.containsKey(name)) {
                    Ids.parse(name).flatMap(this::present).ifPresent(tag -> found.put(name, tag));
                }
            }
            return found;
        }

        private Optional<Tag> present(UUID former) {
            return getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select present from tag_alias where former = :former", UUID.class)
                    .setParameter("former", former)
                    .uniqueResultOptional()
                    .map(this::findById);
        }

        @Override
        protected Class<Tag> type() {
            return Tag.class;
        }

        @Override
        protected Tag blank() {
            return new Tag();
        }

        @Override
        protected String space() {
            return "tag";
        }

        @Override
        protected void apply(Tag tag, TagInput input) {
            tag.name(input.name());
            tag.type = input.type();
            tag.description = input.description();
            tag.sameAs = input.sameAs();
        }
    }
}
