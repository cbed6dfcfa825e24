package dev.byline.media.scrub;

import java.io.IOException;

/** A JPEG picture within another file: EXIF, XMP, IIM and comments become zeros. */
final class PdfPicture {

    private static final int MOST = 2000;
    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final int SCAN = 0xDA;

    private PdfPicture() {}

    static void scrub(Tape tape, long from, long to) throws IOException {
        long at = from + 2;
        for (int i = 0; i < MOST && at + 4 <= to && tape.at(at) == 0xFF; i++) {
            int marker = tape.at(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            long size = tape.big(at + 2, 2);
            if (marker == SCAN || size < 2) {
                return;
            }
            if (marker == APP1 || marker == APP13 || marker == COMMENT) {
                tape.fill(at + 4, Math.min(size - 2, to - at - 4), '\0');
            }
            at += 2 + size;
        }
    }
}
