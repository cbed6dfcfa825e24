package dev.byline.preview;

import dev.byline.article.Article;
import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A door to one version of an article, for whoever has the token. What it shows is kept with it, so
 * that later saves don't change it, and goes when the link ends.
 */
@Entity
@NamedQuery(
        name = "PreviewLink.of",
        query =
                """
                from PreviewLink p where p.articleId = :article and p.expiresAt > :now
                order by p.createdAt desc, p.id desc""")
@NamedNativeQuery(
        name = "PreviewLink.shown",
        resultClass = String.class,
        query =
                """
                select p.content from preview_link p join article a on a.id = p.article_id
                where p.id = :id and p.expires_at > statement_timestamp() and a.state <> 'TAKEN_DOWN'
                  and not exists (select 1 from api_key k
                                  where k.revoked_at is not null and 'key:' || k.id = p.created_by)""")
@NamedNativeQuery(
        name = "PreviewLink.endOfRevokedKeys",
        query =
                """
                delete from preview_link p using api_key k
                where k.revoked_at is not null and 'key:' || k.id = p.created_by
                  and p.expires_at > statement_timestamp()""")
@NamedQuery(
        name = "PreviewLink.lastingOf",
        query =
                """
                select count(p) from PreviewLink p where p.createdBy = :key and p.createdAt >= :since
                and p.expiresAt > function('statement_timestamp' as Instant)""")
@NamedQuery(
        name = "PreviewLink.endOf",
        query =
                """
                delete from PreviewLink p where p.createdBy = :key and p.createdAt >= :since
                and p.expiresAt > function('statement_timestamp' as Instant)""")
@NamedQuery(
        name = "PreviewLink.end",
        query = "delete from PreviewLink p where p.articleId = :article")
@NamedQuery(
        name = "PreviewLink.purge",
        query = "delete from PreviewLink p where p.expiresAt <= :now")
class PreviewLink extends PanacheEntityBase {

    @Id private UUID id = Aggregate.newId();

    @Column(name = "article_id")
    private UUID articleId;

    private long version;
    private String content;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PreviewLink() {}

    PreviewLink(Article article, String content, String createdBy, Instant now, Instant expiresAt) {
        this.articleId = article.id();
        this.version = article.version();
        this.content = content;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    boolean leadsTo(UUID article) {
        return articleId.equals(article);
    }

    PreviewLinkView view() {
        return new PreviewLinkView(id, version, createdAt, createdBy, expiresAt, null, null);
    }

    /** Finds links, and ends them. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<PreviewLink, UUID> {

        List<PreviewLink> of(UUID article, Instant now) {
            return getEntityManager()
                    .createNamedQuery("PreviewLink.of", PreviewLink.class)
                    .setParameter("article", article)
                    .setParameter("now", now)
                    .getResultList();
        }

        /** What the link shows while it lasts, by the database's clock. */
        Optional<String> shown(UUID id) {
            return getEntityManager()
                    .createNamedQuery("PreviewLink.shown", String.class)
                    .setParameter("id", id)
                    .getResultStream()
                    .findFirst();
        }

        void end(UUID article) {
            getEntityManager()
                    .createNamedQuery("PreviewLink.end")
                    .setParameter("article", article)
                    .executeUpdate();
        }

        /** How many that last a key has made since an instant. */
        long lasting(String key, Instant since) {
            return getEntityManager()
                    .createNamedQuery("PreviewLink.lastingOf", Long.class)
                    .setParameter("key", key)
                    .setParameter("since", since)
                    .getSingleResult();
        }

        /** Ends those; tells how many. */
        int end(String key, Instant since) {
            return getEntityManager()
                    .createNamedQuery("PreviewLink.endOf")
                    .setParameter("key", key)
                    .setParameter("since", since)
                    .executeUpdate();
        }

        /** Ends what revoked keys have made; tells how many. */
        int endOfRevokedKeys() {
            return getEntityManager()
                    .createNamedQuery("PreviewLink.endOfRevokedKeys")
                    .executeUpdate();
        }

        void purge(Instant now) {
            getEntityManager()
                    .createNamedQuery("PreviewLink.purge")
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }
}
