package dev.byline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The document for those who write: every operation needs a key. */
@OpenApiFilter(stages = RunStage.BUILD, documentNames = "newsroom")
public class NewsroomDocument implements OASFilter {

    private static final String KEY = "key";

    private final IndexView index;

    public NewsroomDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Operations.components(document)
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key, `byl_<id>_<secret>`, or an access token of the identity provider that the server trusts"));
        Operations.of(document).forEach(NewsroomDocument::secure);
        Completion.of(document, index, true);
    }

    // Quarkus names the roles of @RolesAllowed as scopes, under a scheme of its own.
    private static void secure(Operation operation) {
        List<String> roles =
                Optional.ofNullable(operation.getSecurity()).orElse(List.of()).stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        operation.setSecurity(
                List.of(OASFactory.createSecurityRequirement().addScheme(KEY, roles)));
    }
}
