package dev.byline.access;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are. */
@Path("/v1/newsroom/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Access", description = "Who may do what")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class MeNewsroomResource {

    @Inject Caller caller;

    @GET
    @Transactional
    @Operation(
            operationId = "getMe",
            summary = "Who the caller is",
            description = "The key's name, its roles and what they allow.")
    public MeView get() {
        return MeView.of(caller);
    }
}
