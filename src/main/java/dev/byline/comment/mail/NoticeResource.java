package dev.byline.comment.mail;

import dev.byline.comment.mail.NoticeTokens.Action;
import dev.byline.comment.mail.NoticeTokens.Order;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where the links of mails lead. Programs open them too, to look for harm or to show what is there:
 * so opening one does nothing, and only its button, or the mail program's own, acts (RFC 8058).
 */
@Path(NoticeResource.PATH + "{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-content", value = "")
class NoticeResource {

    static final String PATH = "/v1/notices/";

    private static final String TOKEN = "From a mail; it says what to do, and for which comment";

    @Inject NoticeTokens tokens;
    @Inject Notices notices;

    @GET
    @Transactional
    @Sends({"Cache-Control", "X-Robots-Tag"})
    @Operation(
            operationId = "getNoticePage",
            summary = "Open the page that a mail about replies links to",
            description = "A page for people, with a button. Opening it changes nothing.")
    public RestResponse<String> page(@RestPath @Parameter(description = TOKEN) String token) {
        return html(NoticePage.ask(order(token).action()));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Transactional
    @Idempotent
    @Sends({"Cache-Control", "X-Robots-Tag"})
    @Operation(
            operationId = "followNotice",
            summary = "Confirm or end mail about replies",
            description =
                    "What the token says: confirm that a commenter wants to be told of replies to one comment, or"
                            + " end all such mail to them. Mail programs call it themselves to unsubscribe, as RFC"
                            + " 8058 has it.")
    public RestResponse<String> act(@RestPath @Parameter(description = TOKEN) String token) {
        Order order = order(token);
        if (order.action() == Action.STOP) {
            notices.stop(order.comment());
        } else if (!notices.confirm(order.comment())) {
            throw unknown();
        }
        return html(NoticePage.done(order.action()));
    }

    private Order order(String token) {
        return tokens.read(token).orElseThrow(NoticeResource::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("The link is not, or no longer, good.");
    }

    private static RestResponse<String> html(String page) {
        return RestResponse.ResponseBuilder.ok(page)
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", NoticePage.POLICY)
                .build();
    }
}
