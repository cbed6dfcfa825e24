package dev.byline.revision;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import java.util.List;
import java.util.UUID;

/** An article's revisions, the latest first. */
record RevisionList(Revision.Repo repo, UUID article) implements Keyset<RevisionSummary> {

    @Override
    public List<RevisionSummary> rows(Position from, int max) {
        if (from == null) {
            return repo.beside(article, Integer.MAX_VALUE, true, max);
        }
        return repo.beside(article, Integer.parseInt(from.key()), from.forward(), max);
    }

    @Override
    public boolean any(Position from) {
        return !rows(from, 1).isEmpty();
    }

    @Override
    public long count() {
        return repo.count("articleId", article);
    }

    @Override
    public String key(RevisionSummary revision) {
        return String.valueOf(revision.n());
    }

    @Override
    public UUID id(RevisionSummary revision) {
        return article;
    }
}
