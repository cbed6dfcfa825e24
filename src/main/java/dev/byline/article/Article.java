package dev.byline.article;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.edition.Edition;
import dev.byline.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedNativeQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An article: whose it is, and how it is found for writing; {@link Lifecycle} is the rest. */
@Entity
@NamedNativeQuery(
        name = "Article.redirect",
        resultClass = String.class,
        query =
                """
                select e.slug from slug s join article a on a.id = s.owner
                join edition e on e.id = live_edition(a.live_id, a.next_id, a.next_at, null)
                where s.space = 'article' and s.slug = :slug and s.once_public and not s.retired
                  and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""")
@NamedNativeQuery(
        name = "Article.takenDown",
        resultClass = String.class,
        query =
                """
                select a.takedown_reason from article a
                where a.state = 'TAKEN_DOWN' and a.shown_at is not null
                  and a.id in (cast(:id as uuid), (select s.owner from slug s
                               where s.space = 'article' and s.slug = :slug and s.once_public
                                 and not s.retired))""")
@NamedNativeQuery(
        name = "Article.sweep",
        resultClass = UUID.class,
        query =
                """
                delete from edition e using article a
                where a.id = :id and e.article_id = a.id
                  and e.id not in (a.working_id, coalesce(a.live_id, a.working_id),
                                   coalesce(a.next_id, a.working_id))
                returning e.id""")
@NamedNativeQuery(
        name = "Article.due",
        resultClass = UUID.class,
        query =
                """
                select id from article where due_at <= statement_timestamp()
                order by due_at limit 200""")
@NamedNativeQuery(
        name = "Article.dueAndFree",
        resultClass = Article.class,
        query =
                """
                select * from article where id = :id and due_at <= statement_timestamp()
                for update skip locked""")
@NamedNativeQuery(
        name = "Article.shelve",
        resultClass = Object.class,
        query = "select 1 from shelve(:id)")
@NamedNativeQuery(
        name = "Article.now",
        resultClass = OffsetDateTime.class,
        query = "select statement_timestamp()")
public class Article extends Lifecycle {

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    protected Article() {}

    /** A new draft; its working copy still has to be written. */
    public static Article draft(String createdBy, Instant now) {
        Article article = new Article();
        article.createdBy = createdBy;
        article.savedBy = createdBy;
        article.createdAt = now;
        article.savedAt = now;
        article.write(new Edition(article.id()));
        return article;
    }

    public boolean createdBy(String caller) {
        return createdBy.equals(caller);
    }

    /** Makes the written edition the working copy. */
    public void saved(Edition written, String by, Instant now) {
        write(written);
        savedAt = now;
        savedBy = by;
    }

    /** Whether it may be deleted: only what was never published. */
    public void requireDeletable() {
        require(Action.DELETE);
        if (publishedSlug() != null) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "The article was published once; archive it instead.");
        }
    }

    /** Finds articles for writing; what readers see is found by {@link ArticleQuery} alone. */
    public static class Repo implements PanacheRepositoryBase<Article, UUID> {

        /**
         * The article, locked until the transaction ends, so that the second of two writers sees
         * the first one's version.
         */
        Optional<Article> locked(UUID id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Articles with a gate that passed and is not written down. */
        List<UUID> due() {
            return getEntityManager().createNamedQuery("Article.due", UUID.class).getResultList();
        }

        /** One of them, locked; empty where another node has it or was here before. */
        Optional<Article> dueAndFree(UUID id) {
            return getEntityManager()
                    .createNamedQuery("Article.dueAndFree", Article.class)
                    .setParameter("id", id)
                    .getResultStream()
                    .findFirst();
        }

        /** The database's clock, which the visibility gate goes by. */
        public Instant now() {
            return getEntityManager()
                    .createNamedQuery("Article.now", OffsetDateTime.class)
                    .getSingleResult()
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
        }

        /** The present slug of the visible article that had this one before. */
        Optional<String> redirect(String slug) {
            return getEntityManager()
                    .createNamedQuery("Article.redirect", String.class)
                    .setParameter("slug", slug)
                    .getResultStream()
                    .findFirst();
        }

        /**
         * Why the article with this id, or a slug that the public knew, was taken down; one that
         * the public never saw left no tombstone.
         */
        Optional<Takedown.Reason> takenDown(UUID id, String slug) {
            return getEntityManager()
                    .createNamedQuery("Article.takenDown", String.class)
                    .setParameter("id", id)
                    .setParameter("slug", slug)
                    .getResultStream()
                    .findFirst()
                    .map(Takedown.Reason::valueOf);
        }

        /** Deletes the editions that neither readers nor the newsroom see any more. */
        void sweep(Article article) {
            getEntityManager()
                    .createNamedQuery("Article.sweep", UUID.class)
                    .setParameter("id", article.id())
                    .getResultList();
        }

        /** Puts the article where its published edition belongs in the lists of labels. */
        public void shelve(Article article) {
            flush();
            getEntityManager()
                    .createNamedQuery("Article.shelve", Object.class)
                    .setParameter("id", article.id())
                    .getResultList();
        }
    }
}
