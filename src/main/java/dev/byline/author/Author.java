package dev.byline.author;

import dev.byline.platform.label.Label;
import dev.byline.platform.label.LabelRepo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import java.util.List;
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Link> links = List.of();

    String bio() {
        return bio;
    }

    List<Link> links() {
        return links;
    }

    @Override
    public AuthorInput input() {
        return new AuthorInput(slug(), name(), bio, links);
    }

    /** Finds authors. */
    @ApplicationScoped
    public static class Repo extends LabelRepo<Author, AuthorInput> {

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
            author.name(input.name());
            author.bio = input.bio();
            author.links = input.links();
        }
    }
}
