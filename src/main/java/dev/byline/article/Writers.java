package dev.byline.article;

import java.util.UUID;

/** Who wrote what, as the revisions tell, which stand below this room and implement it. */
public interface Writers {

    /** Whether the caller saved any version of the article since it was published or scheduled. */
    boolean wrote(UUID article, String caller);
}
