package dev.byline.article;

import java.time.Instant;

/**
 * Something was done to an article. Observers run inside its transaction, after the article was
 * flushed and before it is deleted; those that must not undo it wait for the transaction's end
 * ({@code during = AFTER_SUCCESS}).
 *
 * @param by the id of who did it, such as {@code key:0198…}
 * @param at the database's time
 */
public record ArticleChanged(Article article, Action action, String by, Instant at) {

    /**
     * What can be done to an article. {@link #APPEAR}, {@link #PROMOTE} and {@link #EXPIRE} are
     * done by time: readers saw it at the instant itself, this is when it was written down. {@link
     * #UNDO} puts an article back to how it stood, whatever its state.
     */
    public enum Action {
        CREATE,
        SAVE,
        SUBMIT,
        SEND_BACK,
        PUBLISH,
        SCHEDULE,
        UNPUBLISH,
        ARCHIVE,
        TAKEDOWN,
        RESTORE,
        APPEAR,
        PROMOTE,
        EXPIRE,
        CORRECT,
        RELATE,
        DELETE,
        UNDO
    }
}
