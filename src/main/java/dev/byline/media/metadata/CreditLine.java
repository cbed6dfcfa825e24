package dev.byline.media.metadata;

/** The line that is printed beside a picture, by the practice of news agencies. */
public final class CreditLine {

    private CreditLine() {}

    /** Never empty, and nobody named twice. */
    public static String of(Attribution attribution) {
        return attribution.creditLine();
    }
}
