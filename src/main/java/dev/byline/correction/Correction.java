package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One entry of an article's corrections ledger; entries are added and withdrawn, and stay. */
@Entity
@NamedQuery(
        name = "Correction.of",
        query =
                """
                select new dev.byline.article.CorrectionNote(c.id, c.kind, c.text, c.at, c.withdrawnAt)
                from Correction c where c.articleId = :article order by c.at, c.id""")
@NamedQuery(
        name = "Correction.standing",
        query =
                """
                select new dev.byline.correction.Correction$Place(c.articleId, c.id) from Correction c
                where c.madeBy = :key and c.at >= :since and c.withdrawnAt is null order by c.articleId, c.id""")
public class Correction extends PanacheEntityBase {

    @Id private UUID id = Aggregate.newId();

    @Column(name = "article_id")
    private UUID articleId;

    @Enumerated(EnumType.STRING)
    private CorrectionNote.Kind kind;

    private String text;
    private Instant at;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    protected Correction() {}

    public Correction(
            UUID articleId, CorrectionNote.Kind kind, String text, String madeBy, Instant at) {
        this.articleId = articleId;
        this.kind = kind;
        this.text = text;
        this.madeBy = madeBy;
        this.at = at;
    }

    /** Marks it as withdrawn, once: what readers were told stays to be read. */
    void withdraw(String by, Instant now) {
        if (!stands()) {
            throw Problem.FORBIDDEN_TRANSITION.because("The correction is withdrawn already.");
        }
        withdrawnAt = now;
        withdrawnBy = by;
    }

    /** Whether it is not withdrawn. */
    boolean stands() {
        return withdrawnAt == null;
    }

    CorrectionNote note() {
        return new CorrectionNote(id, kind, text, at, withdrawnAt);
    }

    /** Where an entry is. */
    record Place(UUID article, UUID id) {}

    /** Finds the entries of articles. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<Correction, UUID> {

        List<CorrectionNote> of(UUID article) {
            return getEntityManager()
                    .createNamedQuery("Correction.of", CorrectionNote.class)
                    .setParameter("article", article)
                    .getResultList();
        }

        /** What a key has written since an instant and nobody withdrew. */
        List<Place> standing(String key, Instant since) {
            return getEntityManager()
                    .createNamedQuery("Correction.standing", Place.class)
                    .setParameter("key", key)
                    .setParameter("since", since)
                    .getResultList();
        }

        Correction find(UUID article, UUID id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .filter(correction -> correction.articleId.equals(article))
                    .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such correction."));
        }
    }
}
