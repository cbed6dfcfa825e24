package dev.byline.author;

import dev.byline.media.Media;
import dev.byline.media.MediaKind;
import dev.byline.media.MediaView;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.entity.ItemChanged;
import dev.byline.platform.label.Label;
import dev.byline.platform.label.LabelRepo;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody whom articles credit. */
@Entity
@NamedQuery(
        name = "Author.named",
        query =
                """
                select x.slug, a from Author a join SlugRow x on x.owner = a.id
                where x.space = 'author' and (x.slug in :slugs or x.owner in :ids)
                """)
public class Author extends Label {

    private String bio;

    @Column(name = "portrait_id")
    private UUID portraitId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Link> links = List.of();

    String bio() {
        return bio;
    }

    /** The media item of the author's picture, or null. */
    UUID portrait() {
        return portraitId;
    }

    List<Link> links() {
        return links;
    }

    @Override
    public AuthorInput input() {
        return new AuthorInput(
                slug(), name(), bio, portraitId == null ? null : portraitId.toString(), links);
    }

    /** Finds authors. */
    @ApplicationScoped
    public static class Repo extends LabelRepo<Author, AuthorInput> {

        @Inject Media.Repo media;
        @Inject Event<ItemChanged> portraits;

        @Override
        protected Class<Author> type() {
            return Author.class;
        }

        @Override
        protected Author blank() {
            return new Author();
        }

        @Override
        protected String space() {
            return "author";
        }

        @Override
        protected void apply(Author author, AuthorInput input) {
            UUID portrait = portrait(input.portrait());
            author.name(input.name());
            author.bio = input.bio();
            author.portraitId = portrait;
            author.links = input.links();
        }

        private UUID portrait(String named) {
            if (named == null) {
                return null;
            }
            Flaws flaws = new Flaws();
            UUID id = Ids.parse(named).orElse(null);
            MediaView found = id == null ? null : media.views(List.of(id), null).get(id);
            if (found == null) {
                flaws.at("/portrait", Flaw.UNKNOWN_REFERENCE, "names nothing that exists");
            } else if (found.kind() != MediaKind.IMAGE) {
                flaws.at("/portrait", Flaw.WRONG_TYPE, "is no image");
            }
            flaws.refuse();
            return id;
        }

        /** Changes an author; a portrait that comes or goes may come to, or from, the public. */
        @Override
        public Author change(Author author, AuthorInput input) {
            UUID before = author.portrait();
            super.change(author, input);
            if (!Objects.equals(before, author.portrait())) {
                // In the order of their texts, which is the database's too: nobody waits in a
                // circle.
                Stream.of(before, author.portrait())
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(UUID::toString))
                        .map(id -> ItemChanged.of(ItemChanged.Kind.MEDIA, id, 0))
                        .forEach(portraits::fire);
            }
            return author;
        }
    }
}
