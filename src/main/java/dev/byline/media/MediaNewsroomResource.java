package dev.byline.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.access.Role;
import dev.byline.media.lab.Archive;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.http.Urls;
import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.openapi.Refuses;
import dev.byline.platform.openapi.Sends;
import dev.byline.platform.page.Page;
import dev.byline.platform.page.PageParameters;
import dev.byline.platform.page.PageRequest;
import dev.byline.platform.page.Paging;
import dev.byline.platform.patch.MergePatch;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Media, for those who take pictures in and use them. */
@Path(MediaNewsroomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.WRITER)
@Tag(name = "Media")
@Extension(name = "x-smallrye-profile-newsroom", value = "")
class MediaNewsroomResource {

    static final String PATH = "/v1/newsroom/media";

    private static final int LONGEST_Q = 200;

    @Inject Media.Repo repo;
    @Inject PictureDesk desk;
    @Inject Archive archive;
    @Inject MergePatch patches;
    @Inject Paging paging;
    @Inject Urls urls;
    @Inject RoutingContext context;

    /** The parts of an upload, for the document. */
    @Schema(name = "MediaUpload")
    record UploadForm(
            @Schema(required = true, type = SchemaType.STRING, format = "binary") String file,
            MediaInput metadata) {}

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listNewsroomMedia",
            summary = "List media",
            description = "All media, the latest upload first.")
    public Page<MediaNewsroomView> list(
            @RestQuery
                    @Parameter(
                            description = "Kind; several by comma: any of them",
                            example = "image",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = MediaKind.class))
                    String kind,
            @RestQuery
                    @Parameter(
                            description = "Words of the description, the credit or the file's name",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_Q))
                    String q,
            @BeanParam PageParameters page) {
        Flaws flaws = new Flaws();
        Set<MediaKind> kinds = kinds(kind, flaws);
        if (q != null && q.length() > LONGEST_Q) {
            flaws.in(
                    "q", Flaw.OUT_OF_RANGE, "must have at most %d characters".formatted(LONGEST_Q));
        }
        PageRequest request = paging.request(page, flaws, PATH, kinds, q);
        flaws.refuse();
        return request.of(new MediaQuery(repo.getEntityManager(), kinds, q)).map(desk::view);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Intake.First
    @Transactional
    @Idempotent
    @Refuses(Problem.MEDIA_EXISTS)
    @Sends({"ETag", "Location"})
    @Operation(
            operationId = "uploadMedia",
            summary = "Upload a picture, video, sound or document",
            description =
                    """
                    The type is told by the content: JPEG, PNG, GIF, WebP and TIFF pictures, MP4, QuickTime and WebM video, MP3, M4A, \
                    Ogg, WAV and FLAC sound, PDF. `201` means that all renditions are there. A file that is there already is `200` \
                    with the present item, and `409` when other `metadata` comes with it.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class),
                            encoding =
                                    @Encoding(
                                            name = "metadata",
                                            contentType = MediaType.APPLICATION_JSON)))
    @APIResponseSchema(value = MediaNewsroomView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "The file is there already",
            content = @Content(schema = @Schema(implementation = MediaNewsroomView.class)))
    public RestResponse<MediaNewsroomView> upload(
            @RestForm("file") FileUpload file,
            @RestForm("metadata") String metadata,
            @RestQuery
                    @Parameter(
                            description =
                                    "Who says what `metadata` says: the newsroom, or the agency that delivered it beside the file",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"typed", "agency"},
                                            defaultValue = "typed"))
                    String provenance) {
        boolean agency = "agency".equals(provenance);
        if (provenance != null && !agency && !provenance.equals("typed")) {
            Flaws flaws = new Flaws();
            flaws.in("provenance", Flaw.UNKNOWN, "must be one of typed, agency");
            flaws.refuse();
        }
        Received received = context.get(Intake.RECEIVED);
        Optional<Media> present = desk.present(received);
        Media media = present.orElseGet(() -> desk.create(received, agency));
        if (present.isEmpty()) {
            context.put(Intake.KEPT, true);
        }
        return RestResponse.ResponseBuilder.create(
                        present.isPresent() ? RestResponse.Status.OK : RestResponse.Status.CREATED,
                        desk.view(media.id()))
                .header("Location", urls.of(path(media.id())))
                .header("ETag", media.etag())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getNewsroomMedia",
            summary = "Read a media item",
            description = "With its version, and whether or not readers see an article with it.")
    public RestResponse<MediaNewsroomView> get(@RestPath UUID id) {
        return reply(id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "replaceMedia",
            summary = "Replace a media item's description",
            description =
                    """
                    An unchanged `input` changes nothing. A changed credit is written into every rendition, a changed focal point makes \
                    new crops; such files get new addresses, and the old ones lead there.""")
    public RestResponse<MediaNewsroomView> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull @Valid MediaInput input) {
        desk.change(desk.expected(id, ifMatch), input);
        return reply(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(
            operationId = "changeMedia",
            summary = "Change a media item's description",
            description =
                    "JSON Merge Patch (RFC 7396) on `input`: absent members stay, null clears.")
    public RestResponse<MediaNewsroomView> change(
            @RestPath UUID id,
            @RestHeader("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MediaInput.class)))
                    JsonNode patch) {
        Media media = desk.expected(id, ifMatch);
        desk.change(media, patches.apply(MediaInput.class, desk.typed(media), patch));
        return reply(id);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Refuses(Problem.IN_USE)
    @Operation(
            operationId = "deleteMedia",
            summary = "Delete a media item that nothing uses",
            description = "Its files go with it.")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        desk.delete(desk.expected(id, ifMatch));
    }

    @GET
    @Path("/{id}/original")
    @Produces(MediaType.WILDCARD)
    @Transactional
    @Sends("Content-Disposition")
    @Operation(
            operationId = "getOriginal",
            summary = "Download the untouched file",
            description = "As it was uploaded, with all its metadata. Never public.")
    @APIResponse(responseCode = "200", description = "The file")
    // Response and not RestResponse<Object>: that would be written as JSON.
    public Response original(@RestPath UUID id) {
        Media media = repo.findByIdOptional(id).orElseThrow(PictureDesk::unknown);
        desk.requireOwn(media);
        var file = archive.findOriginal(id).orElseThrow(PictureDesk::unknown);
        String name = media.fileName() == null ? id.toString() : media.fileName();
        return Response.ok(file.part(0, file.length()))
                .header("Content-Type", media.mimeType())
                .header("Content-Disposition", FileNames.attachment(name))
                .header("Content-Security-Policy", RenditionResource.CSP)
                .build();
    }

    private RestResponse<MediaNewsroomView> reply(UUID id) {
        MediaNewsroomView view = desk.view(id);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Aggregate.etag(view.version()))
                .build();
    }

    private static Set<MediaKind> kinds(String text, Flaws flaws) {
        Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
        if (text != null) {
            for (String name : text.split(",", -1)) {
                Kebab.parse(MediaKind.class, name)
                        .ifPresentOrElse(
                                kinds::add,
                                () ->
                                        flaws.in(
                                                "kind",
                                                Flaw.UNKNOWN,
                                                "must be one of " + Kebab.names(MediaKind.class)));
            }
        }
        return kinds;
    }
}
