package dev.byline.platform.label;

/** What all write records of labels have. */
public interface LabelInput {

    /** A text on one line, for bean validation. */
    String ONE_LINE = "^[^\\n\\r\\t\\u2028\\u2029]*$";

    String RULE = "must be one line";

    String SLUG =
            "The last part of the address. Made from the name if absent at first, kept if absent later";

    /** The wished slug; null leaves the choice to Byline at first and changes nothing later. */
    String slug();

    String name();

    /** The text without blank edges; null when nothing is left of it. */
    static String clean(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
