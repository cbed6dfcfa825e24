import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import dev.byline.media.metadata.CreditWriter;
import dev.byline.media.metadata.Credits;
import java.nio.file.Path;
import java.util.List;

/** Writes one credit into each file given, for .ci/exiftool to read back: WriteCredits FOLDER FILE… */
public class WriteCredits {

    public static void main(String[] args) throws Exception {
        Attribution attribution =
                new Attribution(
                        "Sound Agency",
                        List.of(new Creator("Per Åström", "photographer")),
                        "Mew Sound",
                        "© 2026 Per Åström",
                        "Åström & Co",
                        "Editorial use",
                        new Licence(
                                "CC BY 4.0",
                                "https://creativecommons.org/licenses/by/4.0/",
                                "https://pictures.example/17"),
                        true,
                        "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
        Credits credits = new Credits(attribution, "Headline", "Größe", "A gate");
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            CreditWriter.embed(file, Path.of(args[0]).resolve(file.getFileName()), credits);
        }
    }
}
