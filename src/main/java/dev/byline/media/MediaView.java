package dev.byline.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Attribution;
import dev.byline.platform.http.Urls;
import dev.byline.platform.openapi.Kinds;
import dev.byline.platform.openapi.OfKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media item as readers' apps see it, wherever it appears. */
@Schema(name = "Media", description = "A picture, video, sound or document, with its credit")
public record MediaView(
        @Schema(required = true) UUID id,
        @Schema(
                        required = true,
                        description =
                                "Of an image, `width`, `height`, `focalPoint` and `placeholder` tell more; of a video, `poster`")
                MediaKind kind,
        String headline,
        @Schema(description = "What is to be seen, for those who can't see it") String alt,
        String extendedDescription,
        String caption,
        @Schema(required = true) List<String> keywords,
        @OfKind(value = "image", always = true) @Schema(description = "Of the upright picture")
                Integer width,
        @OfKind(value = "image", always = true) Integer height,
        @Schema(required = true, description = "Of the file that was uploaded") String mimeType,
        @Schema(required = true) long bytes,
        Instant capturedAt,
        Location location,
        @OfKind(value = "image", always = true) FocalPoint focalPoint,
        @OfKind(value = "image", always = true) Placeholder placeholder,
        @OfKind("video")
                @Kinds("image")
                @Schema(
                        description =
                                "The picture that stands for a video until it plays, with its credit")
                MediaView poster,
        @Schema(required = true) Attribution attribution,
        Rights rights,
        @Schema(description = "Why there are no renditions: the rights don't cover this moment")
                Withheld withheld,
        @Schema(required = true, description = "Files to show; empty while withheld")
                List<File> renditions) {

    /** Why a media item is named but not shown. */
    @Schema(name = "MediaWithheld")
    public enum Withheld {
        @JsonProperty("rights-expired")
        RIGHTS_EXPIRED
    }

    /** Where it was made. */
    @Schema(name = "MediaLocation")
    public record Location(String city, String country) {

        static Location of(String city, String country) {
            return city == null && country == null ? null : new Location(city, country);
        }
    }

    /** What to paint until the picture is there. */
    @Schema(name = "MediaPlaceholder")
    public record Placeholder(
            @Schema(description = "See blurha.sh") String blurhash,
            @Schema(description = "The dominant colour", examples = "\"#3a5f7d\"") String color) {

        static Placeholder of(String blurhash, String color) {
            return blurhash == null ? null : new Placeholder(blurhash, color);
        }
    }

    /** A file to show. */
    @Schema(name = "Rendition")
    public record File(
            @Schema(required = true, format = "uri-reference") String url,
            Integer width,
            Integer height,
            @Schema(required = true) String mimeType,
            @Schema(required = true) long bytes) {

        static File of(UUID media, Rendition rendition, Urls urls) {
            return new File(
                    urls.of(path(media, rendition.name())),
                    rendition.width(),
                    rendition.height(),
                    rendition.mimeType(),
                    rendition.bytes());
        }
    }

    static String path(UUID media, String name) {
        return MediaResource.PATH + "/" + media + "/renditions/" + name;
    }
}
