package dev.byline.platform.problem;

import dev.byline.platform.openapi.Sends;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The pages that the {@code type} of a problem leads to: HTML for people, JSON for programs. */
@Path("/problems")
@PermitAll
@Tag(name = "Problems")
@Extension(name = "x-smallrye-profile-content", value = "")
public class ProblemResource {

    // Who takes anything is a program.
    private static final String PAGE = MediaType.TEXT_HTML + ";qs=0.5";

    /** What a code means. */
    @Schema(name = "ProblemType")
    public record Explanation(
            @Schema(required = true) String type,
            @Schema(required = true) String code,
            @Schema(required = true) int status,
            @Schema(required = true) String title,
            @Schema(required = true) String explanation) {

        static Explanation of(Problem problem) {
            return new Explanation(
                    "/problems/" + problem.code(),
                    problem.code(),
                    problem.status(),
                    problem.title(),
                    problem.explanation());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Sends("Vary")
    @Operation(
            operationId = "listProblems",
            summary = "List all problem codes",
            description = "The catalogue of `code`, as refusals carry it.")
    @APIResponse(
            responseCode = "200",
            description = "All codes",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = Explanation.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<List<Explanation>> list() {
        return json(Arrays.stream(Problem.values()).map(Explanation::of).toList());
    }

    @GET
    @Path("/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Sends("Vary")
    @Operation(
            operationId = "getProblem",
            summary = "Explain a problem code",
            description = "For programs as JSON, for people as a page.")
    @APIResponse(
            responseCode = "200",
            description = "What the code means",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Explanation.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Explanation> get(@RestPath String code) {
        return json(Explanation.of(find(code)));
    }

    @GET
    @Produces(PAGE)
    @Operation(hidden = true)
    public RestResponse<String> catalogue() {
        return html(ProblemPage.all());
    }

    @GET
    @Path("/{code}")
    @Produces(PAGE)
    @Operation(hidden = true)
    public RestResponse<String> page(@RestPath String code) {
        return html(ProblemPage.of(find(code)));
    }

    private static <T> RestResponse<T> json(T value) {
        return RestResponse.ResponseBuilder.ok(value).header("Vary", "Accept").build();
    }

    private static RestResponse<String> html(ProblemPage page) {
        return RestResponse.ResponseBuilder.ok(page.html()).header("Vary", "Accept").build();
    }

    private static Problem find(String code) {
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such problem code."));
    }
}
