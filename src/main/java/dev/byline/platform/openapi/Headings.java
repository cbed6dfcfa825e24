package dev.byline.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The tags of a document: those that it uses, without the marks by which Quarkus sorted them. */
final class Headings {

    private static final String MARK = "x-smallrye-profile-";

    private static final Map<String, String> MEANING =
            Map.of(
                    "Access", "Who may do what, and who did",
                    "Articles",
                            "Articles with their corrections and related links, and how they become public",
                    "Changes", "What changed for readers, for copies that want to stay up to date",
                    "Comments", "Replies of readers and how they are moderated",
                    "Media", "Pictures, video, sound and documents, each with its credit",
                    "Problems", "What the codes of refusals mean",
                    "Revisions", "Every saved version of an article",
                    "Search", "Full text, with facets and highlights",
                    "Sections, tags, authors", "What articles are sorted by, and who wrote them");

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
        document.getTags()
                .forEach(
                        tag -> {
                            unmark(tag);
                            tag.setDescription(MEANING.get(tag.getName()));
                        });
    }

    private static void unmark(Tag tag) {
        if (tag.getExtensions() != null) {
            List.copyOf(tag.getExtensions().keySet()).stream()
                    .filter(name -> name.startsWith(MARK))
                    .forEach(tag::removeExtension);
        }
    }
}
