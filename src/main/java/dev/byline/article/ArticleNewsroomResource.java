package dev.byline.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.article.ArticleFilter.Wanted;
import dev.byline.edition.ArticleInput;
import dev.byline.edition.CopyDesk;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Articles in any state, for those who write and publish them. */
@Path("/v1/newsroom/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Articles")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
public class ArticleNewsroomResource {

    private static final String PATH = "/v1/newsroom/articles";
    private static final Set<ArticleSort> SORTS =
            EnumSet.of(ArticleSort.NEWEST, ArticleSort.OLDEST, ArticleSort.UPDATED);

    @Inject NewsroomArticles articles;
    @Inject CopyDesk desk;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject Caller caller;
    @Inject Remark remark;
    @Inject Urls urls;

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomArticles",
            summary = "List working copies",
            description =
                    "Articles in any state, the latest created first. A writer sees their own.")
    public Page<ArticleNewsroomSummary> list(
            @BeanParam ArticleFilter filter,
            @BeanParam PageParameters page,
            @RestQuery
                    @Parameter(
                            description = "State; several by comma: any of them",
                            example = "draft,in-review",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ArticleState.class))
                    String state,
            @RestQuery
                    @Parameter(
                            description = "Order: by creation, or by the last save",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest", "updated"},
                                            defaultValue = "newest"))
                    String sort) {
        Flaws flaws = new Flaws();
        Wanted wanted = filter.read(flaws);
        Set<ArticleState> states = states(state, flaws);
        ArticleSort order =
                sort == null
                        ? ArticleSort.NEWEST
                        : Kebab.parse(ArticleSort.class, sort).orElse(null);
        if (order == null || !SORTS.contains(order)) {
            flaws.in("sort", Flaw.UNKNOWN, "must be one of newest, oldest, updated");
        }
        PageRequest request =
                paging.request(page, flaws, PATH, filter.canonical(), filter.ids(), states, order);
        flaws.refuse();
        return articles.page(wanted, states, order, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.SLUG_TAKEN)
    @Operation(
            operationId = "createArticle",
            summary = "Create a draft",
            description = "Only a headline is needed.")
    @APIResponseSchema(value = ArticleNewsroomView.class, responseCode = "201")
    public RestResponse<ArticleNewsroomView> create(
            @NotNull @Valid ArticleInput input, @BeanParam RemarkParameter parameter) {
        remark.note(parameter);
        Article article = articles.draft(input, caller.id());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, articles.view(article.id()))
                .header("Location", urls.of(PATH + "/" + article.id()))
                .header("ETag", article.etag())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getNewsroomArticle",
            summary = "Read a working copy",
            description = "The latest save with its state; `input` is what was typed.")
    public RestResponse<ArticleNewsroomView> get(@RestPath UUID id) {
        return articles.reply(id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Refuses({Problem.FORBIDDEN_TRANSITION, Problem.SLUG_TAKEN})
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace a working copy",
            description =
                    "What is published stays as it is until `publish`. An unchanged `input` changes nothing.")
    public RestResponse<ArticleNewsroomView> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid ArticleInput input,
            @BeanParam RemarkParameter parameter) {
        remark.note(parameter);
        return save(articles.expected(id, ifMatch), input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Transactional
    @Refuses({Problem.FORBIDDEN_TRANSITION, Problem.SLUG_TAKEN})
    @Operation(
            operationId = "changeArticle",
            summary = "Change a working copy",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<ArticleNewsroomView> change(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ArticleInput.class)))
                    JsonNode patch,
            @BeanParam RemarkParameter parameter) {
        remark.note(parameter);
        Article article = articles.expected(id, ifMatch);
        return save(
                article,
                patches.apply(ArticleInput.class, desk.base(article.working(), patch), patch));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete a draft that was never published",
            description = "What was public once is archived instead.")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        articles.delete(articles.expected(id, ifMatch), caller.id());
    }

    private RestResponse<ArticleNewsroomView> save(Article article, ArticleInput input) {
        articles.save(article, input, caller.id());
        return articles.reply(article.id());
    }

    private static Set<ArticleState> states(String text, Flaws flaws) {
        Set<ArticleState> states = EnumSet.noneOf(ArticleState.class);
        if (text != null) {
            for (String name : text.split(",", -1)) {
                Kebab.parse(ArticleState.class, name)
                        .ifPresentOrElse(
                                states::add,
                                () ->
                                        flaws.in(
                                                "state",
                                                Flaw.UNKNOWN,
                                                "must be one of "
                                                        + Kebab.names(ArticleState.class)));
            }
        }
        return states;
    }
}
