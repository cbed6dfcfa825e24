package dev.byline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Where the paths of a document begin: at the public address, if the operator told it. */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public class Servers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        String base =
                ConfigProvider.getConfig()
                        .getOptionalValue("byline.public-url", String.class)
                        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                        .orElse("/");
        document.setServers(
                List.of(
                        OASFactory.createServer()
                                .url(base)
                                .description("This server, local or in production")
                                .extensions(Map.of("x-internal", false))));
    }
}
