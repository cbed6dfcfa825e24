package dev.byline.preview;

import dev.byline.access.EndsWithKeys;
import dev.byline.article.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Preview links end with the key that made them: who stole it may have kept their addresses. */
@ApplicationScoped
class LinksOfKeys implements EndsWithKeys, Trace {

    @Inject PreviewLink.Repo links;

    @Override
    public int end() {
        return links.endOfRevokedKeys();
    }

    @Override
    public Kind kind() {
        return Kind.PREVIEW_LINK;
    }

    @Override
    public long count(String key, Instant since) {
        return links.lasting(key, since);
    }

    @Override
    public long undo(String key, Instant since, String by) {
        return links.end(key, since);
    }
}
