package dev.byline.comment.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.access.Role;
import dev.byline.platform.entity.Expected;
import dev.byline.platform.entity.Versioned;
import dev.byline.platform.patch.MergePatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Words and thresholds of moderation: moderators read them, administrators change them. */
@Path("/v1/newsroom/settings/comments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Comments")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class SettingsNewsroomResource {

    @Inject CommentSettings.Repo settings;
    @Inject Expected expected;
    @Inject MergePatch patches;

    @GET
    @RolesAllowed({Role.Names.MODERATOR, Role.Names.ADMIN})
    @Transactional
    @Operation(
            operationId = "getCommentSettings",
            summary = "Read the settings of moderation",
            description = "Word lists, thresholds and quotas for comments.")
    public RestResponse<SettingsView> get() {
        return reply(settings.current());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "replaceCommentSettings",
            summary = "Replace the settings of moderation",
            description = "In force with the next comment, on every node.")
    public RestResponse<SettingsView> replace(
            @RestHeader("If-Match") String ifMatch, @NotNull @Valid SettingsInput input) {
        CommentSettings now = settings.locked();
        expected.is(now, ifMatch);
        return save(now, input);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(
            operationId = "changeCommentSettings",
            summary = "Change the settings of moderation",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<SettingsView> change(
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SettingsInput.class)))
                    JsonNode patch) {
        CommentSettings now = settings.locked();
        expected.is(now, ifMatch);
        return save(now, patches.apply(SettingsInput.class, now.input(), patch));
    }

    private static RestResponse<SettingsView> save(CommentSettings now, SettingsInput input) {
        now.write(input);
        now.persistAndFlush();
        return reply(now);
    }

    private static RestResponse<SettingsView> reply(CommentSettings settings) {
        return Versioned.ok(settings, SettingsView.of(settings));
    }
}
