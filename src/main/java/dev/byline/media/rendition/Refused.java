package dev.byline.media.rendition;

/** A file that is not taken, and why, in words for its sender. */
public final class Refused extends Exception {

    /** What is wrong with the file. */
    public enum Reason {
        /** Not of a type that is taken. */
        UNSUPPORTED,
        /** Of such a type, but damaged. */
        BROKEN,
        /** More pixels than this server decodes. */
        TOO_LARGE
    }

    private final Reason reason;

    Refused(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static Refused broken(Format format) {
        return new Refused(
                Reason.BROKEN, "The file is damaged: it can't be read as %s.".formatted(format));
    }

    public Reason reason() {
        return reason;
    }
}
