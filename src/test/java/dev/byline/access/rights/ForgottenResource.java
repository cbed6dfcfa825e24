package dev.byline.access.rights;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What a resource looks like on which nobody wrote who may call it. */
@Path("/v1/{space}/forgotten")
@Transactional
public class ForgottenResource {

    @GET
    public String read() {
        return "secret";
    }

    @POST
    public String write() {
        return "written";
    }
}
