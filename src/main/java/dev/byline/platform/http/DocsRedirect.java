package dev.byline.platform.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads from the address that Quarkus users expect to the docs page. */
@ApplicationScoped
class DocsRedirect {

    void register(@Observes Router router) {
        router.route("/q/swagger-ui*")
                .handler(
                        context ->
                                context.response()
                                        .setStatusCode(302)
                                        .putHeader("Location", "/docs/")
                                        .end());
    }
}
