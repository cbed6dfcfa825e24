package dev.byline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** Where the paths of a document begin: at the public address, if the operator told it. */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public class Servers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(
                at(ConfigProvider.getConfig().getOptionalValue("byline.public-url", String.class)));
    }

    static List<Server> at(Optional<String> publicUrl) {
        return List.of(
                OASFactory.createServer()
                        .url(publicUrl.map(url -> url.replaceFirst("/$", "")).orElse("/"))
                        .description("This server, local or in production")
                        .extensions(Map.of("x-internal", false)));
    }
}
