package dev.byline.revision;

import dev.byline.article.Writers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Tells who had a hand in a working copy, from its revisions. */
@ApplicationScoped
class RevisionWriters implements Writers {

    // What stood when somebody published or scheduled it was looked at then.
    private static final String WROTE =
            """
            select exists (
                select 1 from revision r
                where r.article_id = :article and r.made_by = :caller
                  and r.number > coalesce((select max(m.number) from revision_mark m
                                           where m.article_id = r.article_id
                                             and m.action in ('PUBLISH', 'SCHEDULE')), 0))""";

    @Inject EntityManager em;

    @Override
    public boolean wrote(UUID article, String caller) {
        return (Boolean)
                em.createNativeQuery(WROTE, Boolean.class)
                        .setParameter("article", article)
                        .setParameter("caller", caller)
                        .getSingleResult();
    }
}
