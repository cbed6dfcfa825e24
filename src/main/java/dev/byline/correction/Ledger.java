package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import dev.byline.article.CorrectionNotes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Gives articles their corrections. */
@ApplicationScoped
class Ledger implements CorrectionNotes {

    @Inject Correction.Repo corrections;

    @Override
    public List<CorrectionNote> of(UUID article) {
        return corrections.of(article);
    }
}
