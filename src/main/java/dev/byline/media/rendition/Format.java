package dev.byline.media.rendition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;

/** The types of files that are taken, told by their content: neither name nor header is asked. */
public enum Format {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    TIFF("image/tiff", "tif"),
    MP4("video/mp4", "mp4"),
    QUICKTIME("video/quicktime", "mov"),
    WEBM("video/webm", "webm"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    OGG("audio/ogg", "ogg"),
    WAV("audio/wav", "wav"),
    FLAC("audio/flac", "flac"),
    PDF("application/pdf", "pdf");

    /** So many bytes of a file are enough to tell its type. */
    static final int LOOK = 64;

    private static final Set<String> MP4_BRANDS =
            Set.of(
                    "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ",
                    "M4VP", "dash", "mp71", "3gp4", "3gp5", "MSNV", "f4v ");
    private static final Set<String> M4A_BRANDS = Set.of("M4A ", "M4B ");

    private final String mimeType;
    private final String extension;

    Format(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    public String mimeType() {
        return mimeType;
    }

    public String extension() {
        return extension;
    }

    public boolean picture() {
        return ordinal() <= TIFF.ordinal();
    }

    /** The type of the file that begins with these bytes; empty when it is none of these. */
    static Optional<Format> of(byte[] start) {
        String text = new String(start, ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        return playable(text, start);
    }

    private static Optional<Format> playable(String text, byte[] start) {
        if (text.startsWith("ftyp", 4) && text.length() >= 12) {
            return brand(text.substring(8, 12));
        }
        if (text.startsWith("\u001A\u0045\u00DF\u00A3") && text.contains("webm")) {
            return Optional.of(WEBM);
        }
        if (text.startsWith("OggS")) {
            return Optional.of(OGG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        }
        if (text.startsWith("fLaC")) {
            return Optional.of(FLAC);
        }
        if (text.startsWith("%PDF-1.") || text.startsWith("%PDF-2.")) {
            return Optional.of(PDF);
        }
        return text.startsWith("ID3") || mp3Frame(start) ? Optional.of(MP3) : Optional.empty();
    }

    private static Optional<Format> brand(String brand) {
        if (brand.equals("qt  ")) {
            return Optional.of(QUICKTIME);
        }
        if (M4A_BRANDS.contains(brand)) {
            return Optional.of(M4A);
        }
        return MP4_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
    }

    // Sync word, layer III, and neither a bit rate nor a sampling rate that does not exist.
    private static boolean mp3Frame(byte[] start) {
        return start.length >= 4
                && (start[0] & 0xFF) == 0xFF
                && (start[1] & 0xE0) == 0xE0
                && (start[1] & 0x18) != 0x08
                && (start[1] & 0x06) == 0x02
                && (start[2] & 0xF0) != 0xF0
                && (start[2] & 0xF0) != 0
                && (start[2] & 0x0C) != 0x0C;
    }
}
