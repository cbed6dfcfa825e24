package dev.byline.platform.problem;

/**
 * A text holds a character that no text may hold: NUL, another control character or half a
 * surrogate pair.
 */
public final class InvalidText extends RuntimeException {

    private InvalidText(String message) {
        super(message, null, false, false);
    }

    /** Returns the text unchanged, or throws. */
    public static String refuse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\u007F') {
                throw new InvalidText("holds the control character U+%04X".formatted((int) c));
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new InvalidText("holds half of a surrogate pair");
            } else if (c == '\uFFFE' || c == '\uFFFF') {
                throw new InvalidText("holds a character that is no character");
            }
        }
        return text;
    }
}
