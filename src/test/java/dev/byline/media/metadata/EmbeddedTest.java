package dev.byline.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import dev.byline.media.metadata.Embedded.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by exiftool. */
@DisplayName("Embedded metadata")
class EmbeddedTest {

    static final Path FILES = Path.of("src/test/resources/media/metadata");

    @ParameterizedTest(name = "is read from {0}")
    @ValueSource(
            strings = {
                "xmp.jpg",
                "xmp.png",
                "xmp.webp",
                "xmp.tiff",
                "xmp.gif",
                "xmp.pdf",
                "xmp.mp4"
            })
    void everyField(String file) throws IOException {
        Embedded embedded = Embedded.read(FILES.resolve(file));
        Attribution attribution = embedded.attribution();
        assertThat(attribution.creators())
                .containsExactly(
                        new Creator("Ilse Tamboer", "Photographer"),
                        new Creator("Per Åström", null));
        assertThat(attribution.creditLine()).isEqualTo("Sound Agency");
        assertThat(attribution.source()).isEqualTo("Mew Sound Pictures");
        assertThat(attribution.copyrightNotice()).isEqualTo("© 2026 Ilse Tamboer");
        assertThat(attribution.copyrightHolder()).isEqualTo("Tamboer & Åström");
        assertThat(attribution.usageTerms()).isEqualTo("Editorial use only");
        assertThat(attribution.licence())
                .isEqualTo(
                        new Licence(
                                "CC BY-SA 4.0",
                                "https://creativecommons.org/licenses/by-sa/4.0/",
                                "https://pictures.example/licence/17"));
        assertThat(attribution.mustDisplay()).isTrue();
        assertThat(attribution.digitalSourceType())
                .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
        assertThat(embedded.headline()).isEqualTo("Harbour gates before the surge");
        assertThat(embedded.caption()).isEqualTo("Gate three at noon. The water stands at 3.42 m.");
        assertThat(embedded.alt()).isEqualTo("A steel gate half under water");
        assertThat(embedded.extendedDescription()).startsWith("Seen from the quay;");
        assertThat(embedded.keywords()).containsExactly("flood", "harbour");
        assertThat(embedded.capturedAt()).isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
        assertThat(embedded.created())
                .isEqualTo(new Place(null, null, "Varnholt", null, "Norland", null));
        assertThat(embedded.shown())
                .isEqualTo(new Place(null, null, "Eelmarket", null, null, "NLD"));
        assertThat(embedded.jobId()).isEqualTo("JOB-17");
    }

    @ParameterizedTest(name = "says how to turn {0}")
    @ValueSource(strings = {"xmp.jpg", "xmp.png", "xmp.webp", "xmp.tiff"})
    void orientation(String file) throws IOException {
        assertThat(Embedded.read(FILES.resolve(file)).orientation()).isEqualTo(6);
    }

    @ParameterizedTest(name = "is read from the IIM record of {0}")
    @ValueSource(
            strings = {"iim.jpg", "iim.png", "iim.tiff", "iim-1252.jpg", "iim-utf8-unnamed.jpg"})
    void iim(String file) throws IOException {
        Embedded embedded = Embedded.read(FILES.resolve(file));
        Attribution attribution = embedded.attribution();
        assertThat(attribution.creators())
                .containsExactly(
                        new Creator("Ilse Tamboer", "Stringer"), new Creator("Per Åström", null));
        assertThat(attribution.creditLine()).isEqualTo("Sound Agency");
        assertThat(attribution.source()).isEqualTo("Mew Sound Pictures");
        assertThat(attribution.copyrightNotice()).isEqualTo("© 2026 Ilse Tamboer");
        assertThat(embedded.headline()).isEqualTo("Über den Deich");
        assertThat(embedded.caption()).isEqualTo("Größe zählt");
        assertThat(embedded.keywords()).containsExactly("flood", "harbour");
        assertThat(embedded.capturedAt()).isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
        assertThat(embedded.shown())
                .isEqualTo(new Place(null, null, "Eelmarket", null, "Norland", null));
        assertThat(embedded.jobId()).isEqualTo("JOB-18");
    }

    @Test
    @DisplayName("is read in the Latin alphabet that the record names")
    void latin2() throws IOException {
        assertThat(Embedded.read(FILES.resolve("iim-8859-2.jpg")).attribution().creators())
                .containsExactly(new Creator("Łucja Żak", null));
    }

    @Test
    @DisplayName("is read from EXIF when nothing else is there")
    void exif() throws IOException {
        Embedded embedded = Embedded.read(FILES.resolve("exif.jpg"));
        assertThat(embedded.attribution().creators())
                .containsExactly(
                        new Creator("Ilse Tamboer", null), new Creator("Per Åström", null));
        assertThat(embedded.attribution().copyrightNotice()).isEqualTo("© 2026 Ilse Tamboer");
        assertThat(embedded.caption()).isEqualTo("Gate three");
        assertThat(embedded.capturedAt()).isEqualTo(Instant.parse("2026-03-01T11:30:00Z"));
        assertThat(embedded.orientation()).isEqualTo(8);
    }

    @Test
    @DisplayName("prefers XMP to IIM and IIM to EXIF, field by field")
    void conflict() throws IOException {
        Embedded embedded = Embedded.read(FILES.resolve("conflict.jpg"));
        assertThat(embedded.attribution().creditLine()).isEqualTo("From XMP");
        assertThat(embedded.attribution().creators())
                .containsExactly(new Creator("Maker of IIM", null));
        assertThat(embedded.attribution().copyrightNotice()).isEqualTo("Notice of IIM");
        assertThat(embedded.caption()).isEqualTo("Légende");
    }

    @ParameterizedTest(name = "is absent from {0}")
    @ValueSource(strings = {"plain/base.jpg", "plain/base.png", "plain/lossy.webp"})
    void absent(String file) throws IOException {
        assertThat(Embedded.read(FILES.resolve(file))).isEqualTo(Embedded.NOTHING);
    }
}
