package dev.byline.article;

import java.util.List;
import java.util.UUID;

/**
 * What an article's reply needs of the corrections ledger, which stands below this room and
 * implements it.
 */
public interface CorrectionNotes {

    /** The notes on an article, oldest first; one statement. */
    List<CorrectionNote> of(UUID article);
}
