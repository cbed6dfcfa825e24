package dev.byline.article;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.Optional;

/** What the caller says of the save that the running transaction makes. */
@TransactionScoped
public class Remark implements Serializable {

    private static final long serialVersionUID = 1;

    private String note;
    private Integer restored;

    void note(RemarkParameter parameter) {
        note = parameter.read();
    }

    /** The save brings back this revision, and why. */
    public void restores(int revision, String why) {
        restored = revision;
        note = why;
    }

    /** Why, in the caller's words. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** The number of the revision that is brought back. */
    public Optional<Integer> restored() {
        return Optional.ofNullable(restored);
    }
}
