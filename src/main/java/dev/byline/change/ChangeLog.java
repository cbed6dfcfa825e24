package dev.byline.change;

import dev.byline.article.ArticleChanged;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.platform.entity.ItemChanged;
import dev.byline.platform.json.Kebab;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Writes a row for every change that readers can see, in the transaction of the change. What they
 * see, the database decides after the fact: no action has to know what it does to readers.
 */
@ApplicationScoped
class ChangeLog {

    // Before the demonstration newsroom and whatever else writes at the start.
    private static final int FIRST = Interceptor.Priority.APPLICATION;

    @Inject EntityManager em;

    void article(@Observes ArticleChanged event) {
        note(
                event.article().id(),
                event.action() == Action.DELETE,
                event.action() == Action.CORRECT || event.action() == Action.RELATE);
    }

    void item(@Observes ItemChanged event) {
        if (event.kind() == ItemChanged.Kind.ARTICLE) {
            note(event.id(), false, true);
            return;
        }
        em.createNativeQuery(
                        "select 1 from note_item(:kind, :id, :version, cast(:shown as boolean), :keys)")
                .setParameter("kind", Kebab.of(event.kind()))
                .setParameter("id", event.id())
                .setParameter("version", event.version())
                .setParameter("shown", event.visible())
                .setParameter("keys", event.keys().toArray(String[]::new))
                .getResultList();
    }

    private void note(UUID article, boolean goes, boolean forced) {
        em.createNativeQuery("select 1 from note_article(:article, :goes, :forced)")
                .setParameter("article", article)
                .setParameter("goes", goes)
                .setParameter("forced", forced)
                .getResultList();
    }

    /**
     * A database that was restored from a dump counts its transactions anew; rows from before would
     * stay out of sight until the count has caught up.
     */
    @Transactional
    void restored(@Observes @Priority(FIRST) StartupEvent start) {
        em.createNativeQuery(
                        """
                        update change set xid = '3'
                        where exists (select 1 from change where xid >= pg_snapshot_xmax(pg_current_snapshot()))""")
                .executeUpdate();
    }
}
