package dev.byline.demo;

import dev.byline.article.CorrectionNote;
import dev.byline.edition.ArticleInput;
import java.time.Duration;
import java.util.List;

/**
 * One file of the demonstration newsroom: a write record, and when things happened, counted back
 * from the first start.
 */
record DemoArticle(
        Published published,
        Duration updatedAgo,
        State state,
        Duration in,
        List<Note> corrections,
        ArticleInput article) {

    record Published(Duration ago) {}

    record Note(CorrectionNote.Kind kind, String text, Duration ago) {}

    enum State {
        draft,
        scheduled
    }
}
