package dev.byline.author;

import dev.byline.media.Media;
import dev.byline.media.MediaView;
import dev.byline.platform.label.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pictures of authors: one statement for all of a reply, none where no author has one. */
@ApplicationScoped
class Portraits {

    @Inject Media.Repo media;

    Map<UUID, MediaView> of(List<Counted<Author>> authors) {
        Set<UUID> ids =
                authors.stream()
                        .map(counted -> counted.label().portrait())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return media.shown(ids);
    }

    Map<UUID, MediaView> of(Counted<Author> author) {
        return of(List.of(author));
    }
}
