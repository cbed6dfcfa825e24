package dev.byline.article;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.ArticleChanged.Action;
import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.CopyDesk;
import dev.byline.edition.Edition;
import dev.byline.edition.MediaDesk;
import dev.byline.platform.entity.Expected;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.problem.Problem;
import dev.byline.platform.slug.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the newsroom does with articles where slugs, editions and lists take part; a writer reaches
 * only their own.
 */
@ApplicationScoped
public class NewsroomArticles {

    /** Who does what time alone does. */
    private static final String CLOCK = "clock";

    private final Article.Repo repo = new Article.Repo();

    @Inject EntityManager em;
    @Inject Assembly assembly;
    @Inject MediaDesk media;
    @Inject CopyDesk desk;
    @Inject Slugs slugs;
    @Inject Caller caller;
    @Inject Expected expected;
    @Inject Event<ArticleChanged> changed;

    Page<ArticleNewsroomSummary> page(
            Wanted wanted, Set<ArticleState> states, ArticleSort sort, PageRequest request) {
        String own = caller.is(Role.EDITOR) ? null : caller.id();
        Page<DeskQuery.Found> page = request.of(new DeskQuery(em, wanted, states, sort, own));
        Map<UUID, ArticleSummary> shown =
                assembly.summaries(page.items().stream().map(DeskQuery.Found::row).toList());
        return page.map(
                f -> ArticleNewsroomSummary.of(f.row(), f.desk(), shown.get(f.row().edition())));
    }

    /**
     * The article as the caller read it, locked; another version, another's article or none is a
     * problem.
     */
    public Article expected(UUID id, String ifMatch) {
        Article article = repo.locked(id).orElseThrow(NewsroomArticles::unknown);
        boolean own = article.createdBy(caller.id()) && article.state() == ArticleState.DRAFT;
        if (!caller.is(Role.EDITOR) && !own) {
            throw Problem.FORBIDDEN.because("A writer changes their own drafts only.");
        }
        expected.is(article, ifMatch);
        settle(article, repo.now());
        return article;
    }

    /**
     * The article, locked, for something beside it that does not change its version; for those who
     * may read it in the newsroom.
     */
    public Article locked(UUID id) {
        Article article = readable(repo.locked(id));
        settle(article, repo.now());
        return article;
    }

    /** The article, for those who may read it in the newsroom. */
    public Article known(UUID id) {
        return readable(repo.findByIdOptional(id));
    }

    private Article readable(Optional<Article> found) {
        Article article = found.orElseThrow(NewsroomArticles::unknown);
        if (!caller.is(Role.EDITOR) && !article.createdBy(caller.id())) {
            throw unreadable();
        }
        return article;
    }

    /** Articles with a gate that passed and is not written down yet; a bounded number. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> due() {
        return repo.due();
    }

    /** Writes down what time did to one of them, unless another node does or did. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void settle(UUID id) {
        repo.dueAndFree(id).ifPresent(article -> settle(article, repo.now()));
    }

    /** Writes down which gates have passed, oldest first. */
    private void settle(Article article, Instant now) {
        for (var done = article.settle(now); done.isPresent(); done = article.settle(now)) {
            shown(article);
            tell(article, done.get(), CLOCK, now);
        }
        // What nobody needs to be told of is written too.
        repo.flush();
    }

    /** Writes the record into the working copy; the same record as before changes nothing. */
    public void save(Article article, ArticleInput input, String by) {
        if (desk.typed(input).equals(article.working().input())) {
            return;
        }
        write(article, input, article.publishedSlug(), by);
    }

    void write(Article article, ArticleInput input, String slug, String by) {
        Edition edition = article.forWriting();
        desk.write(edition, article.id(), slug, article.heldSlugs(), input);
        Instant now = repo.now();
        article.saved(edition, by, now);
        changed(article, Action.SAVE, by, now);
    }

    /** Makes the working copy public, and its slug the article's for ever. */
    public void publish(Article article, Publication publication, String by, Instant now) {
        article.publish(publication, now);
        media.requireCredits(article.working(), publication.override());
        shown(article);
        tell(article, Action.PUBLISH, by, now);
    }

    /** Makes the working copy public at a future time. */
    public void schedule(Article article, Publication publication, String by, Instant now) {
        article.schedule(publication, now);
        media.requireCredits(article.working(), publication.override());
        shown(article);
        tell(article, Action.SCHEDULE, by, now);
    }

    public void submit(Article article, String by) {
        article.submit();
        changed(article, Action.SUBMIT, by, repo.now());
    }

    public void sendBack(Article article, String by) {
        article.sendBack();
        changed(article, Action.SEND_BACK, by, repo.now());
    }

    /** Takes it from the public. */
    public void unpublish(Article article, String by) {
        Instant now = repo.now();
        article.unpublish(now);
        hidden(article, Action.UNPUBLISH, by, now);
    }

    public void archive(Article article, String by) {
        article.archive();
        hidden(article, Action.ARCHIVE, by, repo.now());
    }

    public void takeDown(Article article, Takedown takedown, String by) {
        Instant now = repo.now();
        article.takeDown(takedown, now);
        hidden(article, Action.TAKEDOWN, by, now);
    }

    public void restore(Article article, String by) {
        Instant now = repo.now();
        article.restore(now);
        shown(article);
        tell(article, Action.RESTORE, by, now);
    }

    private void hidden(Article article, Action action, String by, Instant now) {
        repo.shelve(article);
        repo.sweep(article);
        tell(article, action, by, now);
    }

    void shown(Article article) {
        if (article.open()) {
            slugs.publish(CopyDesk.SPACE, article.publishedSlug());
        }
        repo.shelve(article);
        repo.sweep(article);
    }

    private void changed(Article article, Action action, String by, Instant now) {
        repo.flush();
        tell(article, action, by, now);
    }

    void delete(Article article, String by) {
        article.requireDeletable();
        tell(article, Action.DELETE, by, repo.now());
        slugs.releaseAll(article.id());
        article.delete();
        repo.flush();
        Edition.delete("articleId", article.id());
    }

    /** The ledger of the article's corrections changed; the article's own version stays. */
    public void corrected(Article article, String by, Instant now) {
        changed(article, Action.CORRECT, by, now);
    }

    /** Something that belongs to the article changed: it has a new version. */
    public void touch(UUID id, String by) {
        Article article = repo.findById(id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        repo.flush();
        tell(article, Action.RELATE, by, repo.now());
    }

    /** A new draft. */
    public Article draft(ArticleInput input, String createdBy) {
        Instant now = repo.now();
        Article article = Article.draft(createdBy, now);
        desk.write(article.working(), article.id(), null, Set.of(), input);
        article.saved(article.working(), createdBy, now);
        article.persistAndFlush();
        tell(article, Action.CREATE, createdBy, now);
        return article;
    }

    void tell(Article article, Action action, String by, Instant at) {
        changed.fire(new ArticleChanged(article, action, by, at));
    }

    /** The working copy with its version in the {@code ETag}. */
    public RestResponse<ArticleNewsroomView> reply(UUID id) {
        ArticleNewsroomView view = view(id);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Article.etag(view.version()))
                .build();
    }

    public ArticleNewsroomView view(UUID id) {
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
            throw unreadable();
        }
        Edition working = em.find(Edition.class, found.row().edition());
        return ArticleNewsroomView.of(
                found.row(),
                found.desk(),
                assembly.whole(
                        assembly.prepare(found.row(), working.body()), comments(id), true, null),
                working.input());
    }

    private static RuntimeException unreadable() {
        return Problem.FORBIDDEN.because("A writer reads their own articles only.");
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
