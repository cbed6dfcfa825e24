package dev.byline.platform.openapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The tags of a document: those that it uses, without the marks by which Quarkus sorted them. */
final class Headings {

    private static final String MARK = "x-smallrye-profile-";

    private Headings() {}

    static void tidy(OpenAPI document) {
        List<Tag> tags = document.getTags();
        if (tags == null) {
            return;
        }
        Set<String> used =
                Operations.of(document)
                        .filter(operation -> operation.getTags() != null)
                        .flatMap(operation -> operation.getTags().stream())
                        .collect(Collectors.toSet());
        document.setTags(tags.stream().filter(tag -> used.contains(tag.getName())).toList());
        document.getTags().forEach(Headings::unmark);
    }

    private static void unmark(Tag tag) {
        if (tag.getExtensions() != null) {
            List.copyOf(tag.getExtensions().keySet()).stream()
                    .filter(name -> name.startsWith(MARK))
                    .forEach(tag::removeExtension);
        }
    }
}
