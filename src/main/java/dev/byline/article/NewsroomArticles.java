package dev.byline.article;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.CopyDesk;
import dev.byline.edition.Edition;
import dev.byline.edition.Names;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.slug.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the newsroom does with articles where slugs, editions and lists take part; a writer reaches
 * only their own.
 */
@ApplicationScoped
public class NewsroomArticles {

    private final Article.Repo repo = new Article.Repo();

    @Inject EntityManager em;
    @Inject Names names;
    @Inject CorrectionNotes corrections;
    @Inject CopyDesk desk;
    @Inject Slugs slugs;
    @Inject Caller caller;
    @Inject Event<ArticleChanged> changed;

    Page<ArticleNewsroomSummary> page(
            Wanted wanted, Set<ArticleState> states, ArticleSort sort, PageRequest request) {
        String own = caller.is(Role.EDITOR) ? null : caller.id();
        Page<DeskQuery.Found> page = request.of(new DeskQuery(em, wanted, states, sort, own));
        Map<UUID, Names.Of> found =
                names.of(page.items().stream().map(f -> f.row().edition()).toList());
        return page.map(
                f ->
                        ArticleNewsroomSummary.of(
                                f.row(),
                                f.desk(),
                                ArticleSummary.of(f.row(), found.get(f.row().edition()))));
    }

    /**
     * The article as the caller read it, locked; another version, another's article or none is a
     * problem.
     */
    Article expected(UUID id, String ifMatch) {
        Article article = repo.locked(id).orElseThrow(NewsroomArticles::unknown);
        boolean own = article.createdBy(caller.id()) && article.state() == ArticleState.DRAFT;
        if (!caller.is(Role.EDITOR) && !own) {
            throw Problem.FORBIDDEN.because("A writer changes their own drafts only.");
        }
        article.expect(ifMatch);
        return article;
    }

    /** Writes the record into the working copy; the same record as before changes nothing. */
    void save(Article article, ArticleInput input, String by) {
        if (desk.typed(input).equals(article.working().input())) {
            return;
        }
        Edition edition = article.forWriting();
        desk.write(edition, article.id(), article.publishedSlug(), input);
        Instant now = repo.now();
        article.saved(edition, now);
        repo.flush();
        tell(article, Action.SAVE, by, now);
    }

    /** Makes the working copy public, and its slug the article's for ever. */
    public void publish(Article article, Publication publication, String by, Instant now) {
        article.publish(publication, now);
        shown(article);
        tell(article, Action.PUBLISH, by, now);
    }

    /** Makes the working copy public at a future time. */
    public void schedule(Article article, Publication publication, String by, Instant now) {
        article.schedule(publication, now);
        shown(article);
        tell(article, Action.SCHEDULE, by, now);
    }

    private void shown(Article article) {
        slugs.publish(CopyDesk.SPACE, article.working().slug());
        repo.shelve(article);
    }

    void unpublish(Article article, String by) {
        Instant now = repo.now();
        article.unpublish(now);
        repo.shelve(article);
        tell(article, Action.UNPUBLISH, by, now);
    }

    void delete(Article article, String by) {
        article.requireDeletable();
        tell(article, Action.DELETE, by, repo.now());
        slugs.releaseAll(article.id());
        article.delete();
        repo.flush();
        Edition.delete("articleId", article.id());
    }

    /** A new draft. */
    public Article draft(ArticleInput input, String createdBy) {
        Instant now = repo.now();
        Article article = Article.draft(createdBy, now);
        desk.write(article.working(), article.id(), null, input);
        article.saved(article.working(), now);
        article.persistAndFlush();
        tell(article, Action.CREATE, createdBy, now);
        return article;
    }

    private void tell(Article article, Action action, String by, Instant at) {
        changed.fire(new ArticleChanged(article, action, by, at));
    }

    /** The working copy with its version in the {@code ETag}. */
    RestResponse<ArticleNewsroomView> reply(UUID id) {
        ArticleNewsroomView view = view(id);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Article.etag(view.version()))
                .build();
    }

    ArticleNewsroomView view(UUID id) {
        Wanted one =
                new Wanted(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        List.of(id),
                        null);
        DeskQuery.Found found =
                new DeskQuery(em, one, Set.of(), ArticleSort.NEWEST, null)
                        .rows(null, 1).stream().findFirst().orElseThrow(NewsroomArticles::unknown);
        if (!caller.is(Role.EDITOR) && !found.desk().createdBy().equals(caller.id())) {
            throw Problem.FORBIDDEN.because("A writer reads their own articles only.");
        }
        Edition working = em.find(Edition.class, found.row().edition());
        Names.Of named = names.of(List.of(working.id())).get(working.id());
        return ArticleNewsroomView.of(
                found.row(),
                found.desk(),
                new ArticleView(
                        ArticleSummary.of(found.row(), named, comments(id)),
                        working.body(),
                        corrections.of(id),
                        null),
                working.input());
    }

    private Long comments(UUID id) {
        return (Long)
                em.createNativeQuery("select visible_comments(:article)", Long.class)
                        .setParameter("article", id)
                        .getSingleResult();
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("There is no such article.");
    }
}
