package dev.byline.access.key;

import dev.byline.access.Caller;
import dev.byline.access.EndsWithKeys;
import dev.byline.access.Role;
import dev.byline.access.audit.ItemsAudited;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Issues, lists and revokes keys. */
@Path(KeyNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Access")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class KeyNewsroomResource {

    static final String PATH = "/v1/newsroom/keys";

    @Inject KeyRing keys;
    @Inject KeyIdentities identities;
    @Inject SecurityIdentity identity;
    @Inject ItemsAudited audit;
    @Inject AccessConfig config;
    @Inject @Any Instance<EndsWithKeys> ending;
    @Inject Caller caller;
    @Inject Paging paging;
    @Inject Urls urls;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createKey",
            summary = "Issue a key",
            description = "The reply is the only one that ever holds the key.")
    @APIResponseSchema(
            value = IssuedKey.class,
            responseCode = "201",
            responseDescription = "The key, this once")
    public RestResponse<IssuedKey> create(@NotNull @Valid ApiKeyInput input) {
        alone();
        ApiKey key =
                ApiKey.named(input.name(), input.roles(), input.expiresAt(), caller.id())
                        .from(input.networks());
        String text = key.giveSecret();
        key.persistAndFlush();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, IssuedKey.of(key, text))
                .header("Location", urls.of(PATH + "/" + key.id()))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listKeys",
            summary = "List the keys",
            description = "Newest first, with those that expired or were revoked.")
    public Page<ApiKeyView> list(@BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        PageRequest request = paging.request(page, flaws, PATH);
        flaws.refuse();
        return request.of(keys.newestFirst()).map(ApiKeyView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getKey",
            summary = "Read what is known of a key",
            description = "Without its secret, which nobody can read.")
    public ApiKeyView get(@RestPath @Parameter(description = "The key's id") UUID id) {
        return ApiKeyView.of(known(id));
    }

    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Refuses(Problem.FORBIDDEN_TRANSITION)
    @Operation(
            operationId = "rotateKey",
            summary = "Give a key another secret",
            description =
                    "The key keeps its id, name, roles and what it owns. Its present secret goes on for `overlapHours`,"
                            + " one before that ends at once.")
    @APIResponseSchema(value = IssuedKey.class, responseDescription = "The key, this once")
    public RestResponse<IssuedKey> rotate(
            @RestPath @Parameter(description = "The key's id") UUID id,
            @Valid RotationInput input) {
        Instant now = alone();
        ApiKey key = known(id);
        if (key.ended(now)) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "The key expired or was revoked; issue another.");
        }
        if (id.equals(ApiKey.BOOTSTRAP) && config.adminKey().isPresent()) {
            throw Problem.FORBIDDEN_TRANSITION.because(
                    "BYLINE_ADMIN_KEY sets this key: change it there, or issue an admin key and revoke this one.");
        }
        String text = key.rotate(RotationInput.overlap(input), now);
        key.persistAndFlush();
        return RestResponse.ok(IssuedKey.of(key, text));
    }

    @POST
    @Path("/revoke-all")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "revokeAllKeys",
            summary = "Revoke all other keys",
            description =
                    "After a break-in: every key but the caller's ends at once, on all nodes, and so does the former secret"
                            + " of the caller's own. The preview links that they made end with them.")
    public RestResponse<RevokedKeys> revokeAll() {
        Instant now = alone();
        UUID own = Caller.keyId(caller.id()).orElse(null);
        List<ApiKey> others = keys.others(own);
        for (ApiKey key : others) {
            key.revoke(now);
            audit.changed("keys", key.id());
        }
        if (own != null) {
            known(own).forgetFormer();
        }
        keys.flush();
        return RestResponse.ok(new RevokedKeys(others.size(), end()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @ResponseStatus(204)
    @Refuses(Problem.LAST_ADMIN_KEY)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description =
                    "It opens nothing from now on, on no node, and the preview links that it made end. Revoking it again"
                            + " changes nothing.")
    @APIResponse(responseCode = "204", description = "The key is revoked")
    public void revoke(@RestPath @Parameter(description = "The key's id") UUID id) {
        Instant now = alone();
        ApiKey key = known(id);
        if (keys.usableAdmins().equals(Set.of(id))) {
            throw Problem.LAST_ADMIN_KEY.because(
                    "\"%s\" is the last usable admin key; issue another first."
                            .formatted(key.name()));
        }
        key.revoke(now);
        key.persistAndFlush();
        end();
    }

    /** The database's time, from which on nobody else makes, changes or ends keys. */
    private Instant alone() {
        Instant now = keys.lock();
        identities.refuseEnded(identity);
        return now;
    }

    private int end() {
        return ending.stream().mapToInt(EndsWithKeys::end).sum();
    }

    private ApiKey known(UUID id) {
        return keys.findByIdOptional(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("No key has this id."));
    }

    /** How many keys ended, and what ended with them. */
    record RevokedKeys(
            @Schema(required = true) int revoked,
            @Schema(required = true, description = "Preview links that they had made")
                    int previewLinks) {}
}
