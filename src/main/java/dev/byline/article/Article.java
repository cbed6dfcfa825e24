package dev.byline.article;

import dev.byline.edition.ArticleType;
import dev.byline.edition.Edition;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedNativeQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An article: its state, its times, and which edition the public and the newsroom see. */
@Entity
@NamedNativeQuery(
        name = "Article.redirect",
        resultClass = String.class,
        query =
                """
                select a.slug from slug s join article a on a.id = s.owner
                where s.space = 'article' and s.slug = :slug and s.once_public
                  and article_visible(a.state, a.published_at, a.embargo_until, a.expires_at, null)""")
@NamedNativeQuery(
        name = "Article.shelve",
        resultClass = Object.class,
        query = "select 1 from shelve(:id)")
@NamedNativeQuery(
        name = "Article.now",
        resultClass = OffsetDateTime.class,
        query = "select statement_timestamp()")
public class Article extends Aggregate {

    private static final Set<ArticleState> PUBLISHABLE =
            Set.of(
                    ArticleState.DRAFT,
                    ArticleState.IN_REVIEW,
                    ArticleState.SCHEDULED,
                    ArticleState.PUBLISHED);
    private static final Set<ArticleState> UNWRITTEN_YET =
            Set.of(ArticleState.DRAFT, ArticleState.IN_REVIEW);

    @Enumerated(EnumType.STRING)
    private ArticleState state = ArticleState.DRAFT;

    private String slug;

    @Enumerated(EnumType.STRING)
    private ArticleType type;

    private String language;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "live_id")
    private Edition live;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST, optional = false)
    @JoinColumn(name = "working_id")
    private Edition working;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "embargo_until")
    private Instant embargoUntil;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected Article() {}

    /** A new draft; its working copy still has to be written. */
    public static Article draft(String createdBy, Instant now) {
        Article article = new Article();
        article.createdBy = createdBy;
        article.createdAt = now;
        article.savedAt = now;
        article.working = new Edition(article.id());
        return article;
    }

    public ArticleState state() {
        return state;
    }

    public Edition working() {
        return working;
    }

    public boolean createdBy(String caller) {
        return createdBy.equals(caller);
    }

    /** The slug that the public knows, if it ever knew one. */
    public String publishedSlug() {
        return firstPublishedAt == null ? null : slug;
    }

    /** The edition to write into: the working copy, or a new one where that is published. */
    public Edition forWriting() {
        return working == live ? new Edition(id()) : working;
    }

    /** Makes the written edition the working copy. */
    public void saved(Edition written, Instant now) {
        working = written;
        savedAt = now;
        if (live == null) {
            slug = working.slug();
            type = working.type();
            language = working.language();
        }
    }

    /** Makes the working copy the published edition, visible from its time on. */
    public void publish(Publication publication, Instant now) {
        requireFor("publish", PUBLISHABLE);
        if (publication.at() != null && publication.at().isAfter(now)) {
            Flaws flaws = new Flaws();
            flaws.at("/at", Flaw.OUT_OF_RANGE, "lies in the future: schedule the article instead");
            flaws.refuse(Problem.NOT_PUBLISHABLE);
        }
        boolean known = everPublic(now);
        Instant time = publication.at() != null ? publication.at() : known ? publishedAt : now;
        Instant updated = !known || updatedAt.isBefore(time) ? time : updatedAt;
        if (!known) {
            firstPublishedAt = null;
        }
        promote(
                publication,
                time,
                publication.update() == Publication.Update.MATERIAL ? now : updated);
        state = ArticleState.PUBLISHED;
    }

    /**
     * Makes the working copy the edition that becomes visible at a future time, whether or not a
     * job runs.
     */
    public void schedule(Publication publication, Instant now) {
        requireFor("schedule", UNWRITTEN_YET);
        if (publication.at() == null || !publication.at().isAfter(now)) {
            Flaws flaws = new Flaws();
            flaws.at("/at", Flaw.OUT_OF_RANGE, "must lie in the future");
            flaws.refuse(Problem.NOT_PUBLISHABLE);
        }
        promote(publication, publication.at(), publication.at());
        state = ArticleState.SCHEDULED;
    }

    /**
     * Takes the article back to a draft; its published edition stays, unseen, until the next
     * publication.
     */
    public void unpublish(Instant now) {
        requireFor("unpublish", Set.of(ArticleState.PUBLISHED, ArticleState.SCHEDULED));
        if (!everPublic(now)) {
            firstPublishedAt = null;
            publishedAt = null;
            updatedAt = null;
        }
        state = ArticleState.DRAFT;
    }

    /** Whether it may be deleted: only what was never published. */
    public void requireDeletable() {
        requireFor("delete", UNWRITTEN_YET);
        if (firstPublishedAt != null) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "The article was published once; archive it instead.");
        }
    }

    private void promote(Publication publication, Instant time, Instant updated) {
        Flaws flaws = new Flaws();
        working.missing()
                .forEach(
                        member ->
                                flaws.at("/" + member, Flaw.REQUIRED, "is needed for publishing"));
        flaws.refuse(Problem.NOT_PUBLISHABLE);
        embargoUntil =
                publication.embargoUntil() == null
                        ? embargoUntil
                        : publication.embargoUntil().time();
        expiresAt = publication.expiresAt() == null ? expiresAt : publication.expiresAt().time();
        if (expiresAt != null && !expiresAt.isAfter(time)) {
            flaws.at("/expiresAt", Flaw.OUT_OF_RANGE, "must be after the time of publication");
            flaws.refuse();
        }
        publishedAt = time;
        firstPublishedAt = firstPublishedAt == null ? time : firstPublishedAt;
        updatedAt = updated;
        if (live != null && live != working) {
            live.delete();
        }
        live = working;
        slug = live.slug();
        type = live.type();
        language = live.language();
    }

    private boolean everPublic(Instant now) {
        return firstPublishedAt != null && !firstPublishedAt.isAfter(now);
    }

    private void requireFor(String action, Set<ArticleState> allowed) {
        if (!allowed.contains(state)) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "An article in state \"%s\" can't do \"%s\"."
                            .formatted(Kebab.of(state), action));
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
