package dev.byline.revision;

import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.Article;
import dev.byline.article.ArticleNewsroomView;
import dev.byline.article.NewsroomArticles;
import dev.byline.article.RemarkParameter;
import dev.byline.body.Block;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.revision.diff.Diff;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Every saved version of an article; a writer reads and restores those of their own. */
@Path("/v1/newsroom/articles/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Revisions")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class RevisionNewsroomResource {

    @Inject NewsroomArticles articles;
    @Inject Revision.Repo revisions;
    @Inject Inputs inputs;
    @Inject Restorer restorer;
    @Inject Paging paging;
    @Inject Caller caller;

    @GET
    @Transactional
    @Operation(
            operationId = "listRevisions",
            summary = "List an article's revisions",
            description =
                    "The latest first, without content. Saves by one person within five minutes are one revision.")
    public Page<RevisionSummary> list(@RestPath UUID id, @BeanParam PageParameters page) {
        articles.known(id);
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, "revisions", id);
        flaws.refuse();
        Page<RevisionSummary> found = request.of(new RevisionList(revisions, id));
        Map<Integer, List<RevisionMark.View>> marks =
                revisions.marks(id, found.items().stream().map(RevisionSummary::n).toList());
        return found.map(revision -> revision.with(marks.getOrDefault(revision.n(), List.of())));
    }

    @GET
    @Path("/{n}")
    @Transactional
    @Operation(
            operationId = "getRevision",
            summary = "Read a revision",
            description = "What was saved then: its `input`, and how it looked.")
    public RevisionView get(@RestPath UUID id, @RestPath int n) {
        articles.known(id);
        Revision revision = revisions.get(id, n);
        List<RevisionMark.View> marks = revisions.marks(id, List.of(n)).getOrDefault(n, List.of());
        List<Block> body = inputs.body(inputs.tree(revision));
        return new RevisionView(
                revision.summary(marks), revision.input(), RevisionView.Rendered.of(body));
    }

    @POST
    @Path("/{n}/restore")
    @Transactional
    @Idempotent
    @Refuses({Problem.FORBIDDEN_TRANSITION, Problem.SLUG_TAKEN, Problem.NOT_RESTORABLE})
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description =
                    "Saves its `input` again, as a new revision of the working copy. Nothing is published."
                            + " `422` when it names a section, tag or author that is no more.")
    public RestResponse<ArticleNewsroomView> restore(
            @RestPath UUID id,
            @RestPath int n,
            @RestHeader("If-Match") String ifMatch,
            @BeanParam RemarkParameter remark) {
        Article article = articles.expected(id, ifMatch);
        restorer.restore(article, n, remark.read(), caller.id());
        return articles.reply(id);
    }

    @GET
    @Path("/diff")
    @Transactional
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare two revisions",
            description =
                    "Member by member, the body block by block, and changed texts word by word. Where texts are too long"
                            + " and too different for that, they are one deletion and one insertion (`coarse`).")
    public Diff diff(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(
                            description = "Number of the earlier revision",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    String from,
            @RestQuery
                    @Parameter(
                            description = "Number of the later revision",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    String to) {
        articles.known(id);
        Flaws flaws = new Flaws();
        int older = number("from", from, flaws);
        int newer = number("to", to, flaws);
        flaws.refuse();
        return inputs.diff(revisions.get(id, older), revisions.get(id, newer));
    }

    private static int number(String parameter, String text, Flaws flaws) {
        if (text == null) {
            flaws.in(parameter, Flaw.REQUIRED, "is the number of a revision");
        } else if (!text.matches("[1-9][0-9]{0,8}")) {
            flaws.in(parameter, Flaw.MALFORMED, "must be the number of a revision");
        } else {
            return Integer.parseInt(text);
        }
        return 0;
    }
}
