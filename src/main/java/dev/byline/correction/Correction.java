package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import dev.byline.platform.entity.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One entry of an article's corrections ledger; entries are added and never changed. */
@Entity
@NamedQuery(
        name = "Correction.of",
        query =
                """
                select new dev.byline.article.CorrectionNote(c.id, c.kind, c.text, c.at)
                from Correction c where c.articleId = :article order by c.at, c.id""")
public class Correction extends PanacheEntityBase {

    @Id private UUID id = Aggregate.newId();

    @Column(name = "article_id")
    private UUID articleId;

    @Enumerated(EnumType.STRING)
    private CorrectionNote.Kind kind;

    private String text;
    private Instant at;

    protected Correction() {}

    public Correction(UUID articleId, CorrectionNote.Kind kind, String text, Instant at) {
        this.articleId = articleId;
        this.kind = kind;
        this.text = text;
        this.at = at;
    }

    /** Finds the entries of articles. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<Correction, UUID> {

        List<CorrectionNote> of(UUID article) {
            return getEntityManager()
                    .createNamedQuery("Correction.of", CorrectionNote.class)
                    .setParameter("article", article)
                    .getResultList();
        }
    }
}
