package dev.byline.edition;

import dev.byline.author.Author;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** One author's part in an edition. */
@Embeddable
class Credit {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    private Author author;

    private String role;

    protected Credit() {}

    Credit(Author author, String role) {
        this.author = author;
        this.role = role;
    }
}
