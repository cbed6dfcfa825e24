package dev.byline.revision;

import dev.byline.article.Article;
import dev.byline.article.ArticleChanged;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.article.Remark;
import dev.byline.edition.Edition;
import dev.byline.platform.entity.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jboss.logging.MDC;

/** Keeps what is done to articles, in the same transaction, one statement each. */
@ApplicationScoped
class RevisionLog {

    private static final Set<Action> SAVES = Set.of(Action.CREATE, Action.SAVE);
    private static final Set<Action> OF_WORKING_COPY =
            Set.of(Action.SUBMIT, Action.SEND_BACK, Action.PUBLISH, Action.SCHEDULE);

    // Folds into the last revision while the same person goes on within five minutes of its
    // beginning; a note, a restore, a mark or another person's save ends it.
    private static final String SAVE =
            """
            with last as (select * from revision where article_id = :article order by number desc limit 1),
            folded as (
                update revision r
                set at = :at, saves = r.saves + 1, version = :version, slug = :slug, headline = :headline,
                    input = :input, note = :note, trace = :trace
                from last
                where r.article_id = last.article_id and r.number = last.number
                  and last.made_by = :by and last.edition_id = :edition
                  and last.note is null and last.restored is null and cast(:restored as int) is null
                  and :at < last.began_at + interval '5 minutes'
                  and not exists (select 1 from revision_mark m
                                  where m.article_id = last.article_id and m.number = last.number)
                returning 1)
            insert into revision (article_id, number, action, began_at, at, made_by, trace, note, restored, saves,
                                  version, edition_id, slug, headline, input)
            select :article, coalesce((select number from last), 0) + 1, :action, :at, :at, :by, :trace, :note,
                   cast(:restored as int), 1, :version, :edition, :slug, :headline, :input
            where not exists (select 1 from folded)""";

    private static final String MARK =
            """
            insert into revision_mark (id, article_id, number, action, at, made_by, trace, standing)
            select :id, a.id, r.number, :action, :at, :by, :trace, article_standing(a.id)
            from article a join revision r on r.article_id = a.id
                and r.edition_id = case when :working then a.working_id else coalesce(a.live_id, a.working_id) end
            where a.id = :article order by r.number desc limit 1""";

    @Inject EntityManager em;
    @Inject Remark remark;

    void keep(@Observes ArticleChanged event) {
        if (SAVES.contains(event.action())) {
            save(event);
        } else if (event.action() != Action.DELETE) {
            statement(MARK, event)
                    .setParameter("id", Aggregate.newId())
                    .setParameter("working", OF_WORKING_COPY.contains(event.action()))
                    .executeUpdate();
        }
    }

    private void save(ArticleChanged event) {
        Article article = event.article();
        Edition edition = article.working();
        statement(SAVE, event)
                .setParameter("version", article.version())
                .setParameter("edition", edition.id())
                .setParameter("slug", edition.slug())
                .setParameter("headline", edition.headline())
                .setParameter("input", edition.input())
                .setParameter("note", remark.note().orElse(null), String.class)
                .setParameter("restored", remark.restored().orElse(null), Integer.class)
                .executeUpdate();
    }

    private MutationQuery statement(String sql, ArticleChanged event) {
        return em.unwrap(Session.class)
                .createNativeMutationQuery(sql)
                .setParameter("article", event.article().id())
                .setParameter("action", event.action().name())
                .setParameter("at", event.at())
                .setParameter("by", event.by())
                .setParameter("trace", (String) MDC.get("traceId"), String.class);
    }
}
