package dev.byline.comment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.platform.entity.Expected;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Commenters: their history, their data, and whether they are barred. */
@Path("/v1/newsroom/commenters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.MODERATOR)
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class CommenterNewsroomResource {

    @Inject Commenter.Repo commenters;
    @Inject Expected expected;
    @Inject People people;
    @Inject PersonalData data;
    @Inject Caller caller;

    /** Whom to find. In the body: an address in a URL would end in logs. */
    @Schema(name = "CommenterSearchInput")
    record Search(@Schema(required = true) @NotBlank @Size(max = 254) String email) {

        @Override
        public String toString() {
            return "Search[]";
        }
    }

    /** Until when a commenter is barred; what is absent is lifted. */
    @Schema(
            name = "BanInput",
            description = "Until when a commenter is barred. An absent member lifts that bar.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ban(
            @Schema(description = "Comments are rejected until then") Instant bannedUntil,
            @Schema(description = "Comments are held until then") Instant premoderatedUntil,
            @Schema(description = "For moderators only") @Size(max = 1000) String note) {}

    /** How to erase. */
    @Schema(name = "EraseInput")
    record Erasure(
            @Schema(
                            required = true,
                            description =
                                    "`anonymise` keeps the words without a name, `remove` does not")
                    @NotNull
                    PersonalData.Mode mode) {}

    @POST
    @Path("/find")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.NOT_FOUND)
    @Sends("ETag")
    @Operation(
            operationId = "findCommenter",
            summary = "Find a commenter by e-mail address",
            description = "The address stands in the body, so that no log keeps it.")
    public RestResponse<CommenterView> find(@NotNull @Valid Search search) {
        return reply(
                commenters.known(search.email()).orElseThrow(CommenterNewsroomResource::unknown));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Sends("ETag")
    @Operation(
            operationId = "getCommenter",
            summary = "Read what is known of a commenter",
            description = "Their comments are at `comments?commenter=`.")
    public RestResponse<CommenterView> get(@RestPath UUID id) {
        return reply(known(id));
    }

    @GET
    @Path("/{id}/export")
    @Transactional
    @Sends("Content-Disposition")
    @Operation(
            operationId = "exportCommenter",
            summary = "Export everything that is kept of a commenter",
            description = "Everything stored about a person, for their right of access.")
    public RestResponse<PersonalData.Export> export(@RestPath UUID id) {
        return RestResponse.ResponseBuilder.ok(data.export(known(id)))
                .header("Content-Disposition", "attachment; filename=\"commenter.json\"")
                .build();
    }

    @POST
    @Path("/{id}/ban")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "banCommenter",
            summary = "Ban or premoderate a commenter until a date",
            description =
                    "Until a date, or for good: their comments are refused, or held for a moderator.")
    public RestResponse<CommenterView> ban(
            @RestPath UUID id, @RestHeader("If-Match") String ifMatch, @NotNull @Valid Ban ban) {
        Commenter commenter = expected(id, ifMatch);
        commenter.bar(ban.bannedUntil(), ban.premoderatedUntil(), ban.note());
        commenter.persistAndFlush();
        return reply(commenter);
    }

    @POST
    @Path("/{id}/erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "eraseCommenter",
            summary = "Forget a commenter",
            description = "For good: the address, the name, and with `remove` the words.")
    public RestResponse<PersonalData.Receipt> erase(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid Erasure erasure) {
        Commenter commenter = expected(id, ifMatch);
        if (commenter.erasedAt() != null) {
            throw Problem.FORBIDDEN_TRANSITION.because("The commenter was erased before.");
        }
        return RestResponse.ok(data.erase(commenter, erasure.mode(), caller.id()));
    }

    private RestResponse<CommenterView> reply(Commenter commenter) {
        return Versioned.ok(commenter, people.view(commenter));
    }

    private Commenter expected(UUID id, String ifMatch) {
        Commenter commenter = commenters.locked(id).orElseThrow(CommenterNewsroomResource::unknown);
        expected.is(commenter, ifMatch);
        return commenter;
    }

    private Commenter known(UUID id) {
        return commenters.findByIdOptional(id).orElseThrow(CommenterNewsroomResource::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("There is no such commenter.");
    }
}
