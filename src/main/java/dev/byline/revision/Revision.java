package dev.byline.revision;

import dev.byline.article.ArticleChanged.Action;
import dev.byline.platform.problem.Problem;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** An article as it was saved, whole; {@link RevisionLog} alone writes revisions. */
@Entity
@Immutable
@IdClass(Revision.Key.class)
@NamedQuery(
        name = "Revision.before",
        query =
                """
                select new dev.byline.revision.RevisionSummary(r.number, r.action, r.madeBy, r.beganAt, r.at, r.saves,
                       r.version, r.slug, r.headline, r.note, r.restored)
                from Revision r where r.articleId = :article and r.number < :number order by r.number desc""")
@NamedQuery(
        name = "Revision.after",
        query =
                """
                select new dev.byline.revision.RevisionSummary(r.number, r.action, r.madeBy, r.beganAt, r.at, r.saves,
                       r.version, r.slug, r.headline, r.note, r.restored)
                from Revision r where r.articleId = :article and r.number > :number order by r.number""")
@NamedQuery(
        name = "Revision.marks",
        query =
                """
                select m from RevisionMark m where m.articleId = :article and m.number in :numbers
                order by m.number, m.at, m.id""")
class Revision {

    @Id
    @Column(name = "article_id")
    private UUID articleId;

    @Id private int number;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Column(name = "began_at")
    private Instant beganAt;

    private Instant at;

    @Column(name = "made_by")
    private String madeBy;

    private String note;
    private Integer restored;
    private int saves;
    private long version;
    private String slug;
    private String headline;
    private String input;

    protected Revision() {}

    record Key(UUID articleId, int number) implements Serializable {}

    int number() {
        return number;
    }

    String slug() {
        return slug;
    }

    /** The write record, byte for byte as it was kept. */
    String input() {
        return input;
    }

    RevisionSummary summary(List<RevisionMark.View> marks) {
        return new RevisionSummary(
                number, action, madeBy, beganAt, at, saves, version, slug, headline, note, restored,
                marks);
    }

    /** Finds revisions. */
    @ApplicationScoped
    static class Repo implements PanacheRepositoryBase<Revision, Revision.Key> {

        Revision get(UUID article, int number) {
            return findByIdOptional(new Key(article, number))
                    .orElseThrow(
                            () ->
                                    Problem.NOT_FOUND.because(
                                            "The article has no revision %d.".formatted(number)));
        }

        /** Those before a number, the latest first, or those after it, the earliest first. */
        List<RevisionSummary> beside(UUID article, int number, boolean before, int max) {
            return getEntityManager()
                    .createNamedQuery(
                            before ? "Revision.before" : "Revision.after", RevisionSummary.class)
                    .setParameter("article", article)
                    .setParameter("number", number)
                    .setMaxResults(max)
                    .getResultList();
        }

        Map<Integer, List<RevisionMark.View>> marks(UUID article, List<Integer> numbers) {
            return getEntityManager()
                    .createNamedQuery("Revision.marks", RevisionMark.class)
                    .setParameter("article", article)
                    .setParameter("numbers", numbers)
                    .getResultStream()
                    .collect(
                            Collectors.groupingBy(
                                    RevisionMark::number,
                                    Collectors.mapping(RevisionMark::view, Collectors.toList())));
        }
    }
}
