package dev.byline.comment.reply;

import dev.byline.article.VisibleArticles;
import dev.byline.article.VisibleArticles.Discussion;
import dev.byline.comment.mail.Mailing;
import dev.byline.comment.settings.CommentSettings;
import dev.byline.platform.openapi.Sends;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The form for a reply to an article. */
@Path("/v1/articles/{article}/comments/form")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class FormResource {

    @Inject VisibleArticles articles;
    @Inject CommentSettings.Repo settings;
    @Inject FormTokens tokens;
    @Inject Mailing mailing;

    @GET
    @Transactional
    @Sends("Cache-Control")
    @Operation(
            operationId = "getCommentForm",
            summary = "Read what a comment form needs",
            description = "Ask for it when the form is drawn: the token tells when that was.")
    public RestResponse<FormView> get(
            @RestPath @Parameter(description = "Id or slug of the article") String article) {
        Discussion on = articles.discussion(article);
        CommentSettings now = settings.current();
        boolean open = on.comments().open();
        FormView form =
                new FormView(
                        open,
                        on.comments().closesAt(),
                        fields(now.consentText() != null, mailing.on()),
                        now.notice(),
                        now.consentText(),
                        open ? tokens.give(on.article(), Instant.now()) : null);
        return RestResponse.ResponseBuilder.ok(form)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static List<FormView.Field> fields(boolean consent, boolean mail) {
        List<FormView.Field> fields =
                new ArrayList<>(
                        List.of(
                                new FormView.Field("author.name", true, CommentInput.NAME),
                                new FormView.Field("author.email", true, CommentInput.EMAIL),
                                new FormView.Field("author.website", false, CommentInput.WEBSITE),
                                new FormView.Field("text", true, CommentInput.TEXT)));
        if (consent) {
            fields.add(new FormView.Field("consent", true, null));
        }
        if (mail) {
            fields.add(new FormView.Field("notifyReplies", false, null));
        }
        return fields;
    }
}
