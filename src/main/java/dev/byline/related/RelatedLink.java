package dev.byline.related;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** One link that an editor set for an article: to another article or to an address elsewhere. */
@Entity
@IdClass(RelatedLink.Key.class)
@NamedQuery(
        name = "RelatedLink.of",
        query = "from RelatedLink where articleId = :article order by position")
class RelatedLink extends PanacheEntityBase {

    private static final String GOALS =
            """
            select a.id, cast(a.id as text) from article a where a.id in (:ids)
            union all
            select s.owner, s.slug from slug s where s.space = 'article' and s.slug in (:slugs)""";

    @Id
    @Column(name = "article_id")
    private UUID articleId;

    @Id private int position;

    @Enumerated(EnumType.STRING)
    private Rel rel;

    @Column(name = "target_id")
    private UUID targetId;

    private String url;
    private String title;
    private boolean mutual;

    protected RelatedLink() {}

    RelatedLink(UUID articleId, int position, RelatedInput.Item input, UUID targetId, String url) {
        this.articleId = articleId;
        this.position = position;
        this.rel = input.rel();
        this.targetId = targetId;
        this.url = url;
        this.title = input.title();
        this.mutual = Boolean.TRUE.equals(input.mutual());
    }

    /** The link as an editor would write it; an article is named by its id. */
    RelatedInput.Item input() {
        return new RelatedInput.Item(
                rel,
                targetId == null ? null : targetId.toString(),
                url,
                title,
                mutual ? true : null);
    }

    record Key(UUID articleId, int position) implements Serializable {}

    /** Finds and replaces the links of articles. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<RelatedLink, RelatedLink.Key> {

        List<RelatedLink> of(UUID article) {
            return getEntityManager()
                    .createNamedQuery("RelatedLink.of", RelatedLink.class)
                    .setParameter("article", article)
                    .getResultList();
        }

        void replace(List<RelatedLink> before, List<RelatedLink> links) {
            before.forEach(this::delete);
            // The new rows take the places of the old ones, which must be gone by then.
            flush();
            persist(links);
            flush();
        }

        /** Pairs of an article's id and the id or slug, present or former, that names it. */
        List<Object[]> goals(List<UUID> ids, List<String> slugs) {
            return getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(GOALS, Object[].class)
                    .setParameter("ids", ids)
                    .setParameter("slugs", slugs)
                    .getResultList();
        }
    }
}
