package dev.byline.media.lab;

/**
 * One file that the public gets: {@code key} stays for the life of the media item, {@code name} is
 * another whenever the bytes are.
 */
public record Rendition(
        String key, String name, Integer width, Integer height, String mimeType, long bytes) {

    /** Whether it shows all of the picture. */
    public boolean whole() {
        return !key.startsWith("square") && !key.startsWith("wide");
    }
}
