package dev.byline.media;

import dev.byline.media.rendition.Focus;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a picture is about, so that no crop cuts it off: fractions of its width and height. */
@Schema(description = "What the picture is about: fractions of its width and height, from top left")
public record FocalPoint(
        @NotNull @DecimalMin("0") @DecimalMax("1") Double x,
        @NotNull @DecimalMin("0") @DecimalMax("1") Double y) {

    static final FocalPoint CENTRE = new FocalPoint(0.5, 0.5);

    Focus focus() {
        return new Focus(x, y);
    }
}
