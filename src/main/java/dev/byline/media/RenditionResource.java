package dev.byline.media;

import dev.byline.delivery.ByteRange;
import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Rendition;
import dev.byline.media.store.MediaStore.Stored;
import dev.byline.platform.http.Urls;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The bytes of media, for readers' apps. */
@Path(MediaResource.PATH + "/{id}/renditions/{file}")
@Produces(MediaType.WILDCARD)
@PermitAll
@Tag(name = "Media")
@Extension(name = "x-smallrye-profile-content", value = "")
class RenditionResource {

    static final String CSP = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String PRIVATE = "private, no-store";

    @Inject Media.Repo media;
    @Inject Archive archive;
    @Inject Urls urls;

    @GET
    @Transactional
    @Refuses({Problem.RIGHTS_EXPIRED, Problem.RANGE_NOT_SATISFIABLE})
    @Sends({"ETag", "Cache-Control", "Accept-Ranges", "Content-Disposition"})
    @Operation(
            operationId = "getRendition",
            summary = "Get the bytes of a rendition",
            description =
                    """
                    Addresses are found in `renditions`. They never carry other bytes; one that was replaced answers `308` with the present \
                    one. Byte ranges and conditional requests work. `410` when the rights don't cover the moment.""")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "Which bytes: one range, else the reply is the whole file (RFC 9110)",
            example = "bytes=0-1023",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "If-Range",
            in = ParameterIn.HEADER,
            description =
                    "The `ETag` of the part that is there already: `Range` counts only for the same file",
            example = "\"6a1f0c9b7d3e5f2a4c8b0d1e6f7a9b3c5d2e4f60.webp\"",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(
            responseCode = "206",
            description = "The part that `Range` asks for",
            content = @Content(mediaType = MediaType.WILDCARD))
    @APIResponse(responseCode = "304", description = "Not changed: an address never is")
    @APIResponse(responseCode = "308", description = "Replaced: the present address")
    public Response get(
            @RestPath UUID id, @RestPath String file, @Context HttpServerRequest request) {
        return reply(id, file, request, true);
    }

    @HEAD
    @Transactional
    @Operation(hidden = true)
    public Response head(
            @RestPath UUID id, @RestPath String file, @Context HttpServerRequest request) {
        return reply(id, file, request, false);
    }

    private Response reply(UUID id, String name, HttpServerRequest request, boolean withBody) {
        Found found = media.find(id).orElseThrow(PictureDesk::unknown);
        Rendition rendition =
                found.media().renditions().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElse(null);
        if (rendition == null) {
            return moved(found, name);
        }
        if (found.withheld()) {
            throw Problem.RIGHTS_EXPIRED.because(Problem.RIGHTS_EXPIRED.explanation());
        }
        String etag = '"' + name.substring(name.indexOf('-') + 1) + '"';
        if (ByteRange.matches(request.getHeader("If-None-Match"), etag)) {
            return head(Response.status(304), found, etag).build();
        }
        Stored stored = archive.find(id, name).orElseThrow(PictureDesk::unknown);
        ByteRange range =
                ByteRange.of(
                        request.getHeader("Range"),
                        request.getHeader("If-Range"),
                        etag,
                        stored.length());
        ResponseBuilder response = Response.status(range.whole() ? 200 : 206);
        if (!range.whole()) {
            response.header("Content-Range", range.header());
        }
        if (withBody) {
            response.entity(stored.part(range.from(), range.length()));
        }
        return head(response, found, etag)
                .header("Content-Length", range.length())
                .header("Content-Type", rendition.mimeType())
                .header("Content-Security-Policy", CSP)
                .header("Content-Disposition", disposition(rendition))
                .build();
    }

    private static ResponseBuilder head(ResponseBuilder response, Found found, String etag) {
        return response.header("ETag", etag)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", cacheControl(found));
    }

    private static String cacheControl(Found found) {
        if (!found.visible()) {
            return PRIVATE;
        }
        Instant until = found.media().validUntil();
        if (until == null) {
            return "public, max-age=%d, immutable".formatted(YEAR.toSeconds());
        }
        long left = Duration.between(found.at(), until).toSeconds();
        return "public, max-age=" + Math.max(0, Math.min(left, YEAR.toSeconds()));
    }

    // Only what a browser shows without running anything is shown in place.
    private static String disposition(Rendition rendition) {
        boolean shown = !rendition.mimeType().equals("application/pdf");
        return shown
                ? "inline; filename=\"%s\"".formatted(rendition.name())
                : FileNames.attachment(rendition.name());
    }

    private Response moved(Found found, String name) {
        UUID id = found.media().id();
        String key = media.formerKey(id, name).orElseThrow(PictureDesk::unknown);
        Rendition present =
                found.media().renditions().stream()
                        .filter(candidate -> candidate.key().equals(key))
                        .findFirst()
                        .orElseThrow(PictureDesk::unknown);
        return Response.status(308)
                .header("Location", urls.of(MediaView.path(id, present.name())))
                .build();
    }
}
