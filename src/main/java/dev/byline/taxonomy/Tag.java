package dev.byline.taxonomy;

import dev.byline.platform.label.Label;
import dev.byline.platform.label.LabelRepo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;

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

    @Enumerated(EnumType.STRING)
    private TagType type;

    private String description;
    private String sameAs;

    public TagType type() {
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
