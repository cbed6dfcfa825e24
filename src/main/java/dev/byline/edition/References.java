package dev.byline.edition;

import dev.byline.author.Author;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items that a write record names by slug or id. */
record References(Section section, List<Tag> tags, List<Author> authors, List<UsedMedia> media) {

    /** Finds them, one query per kind; unknown and repeated ones become flaws. */
    static References of(
            ArticleInput input,
            Section.Repo sections,
            Tag.Repo tags,
            Author.Repo authors,
            MediaDesk media,
            Flaws flaws) {
        List<String> tagNames = ArticleInput.orEmpty(input.tags());
        List<String> authorNames =
                ArticleInput.orEmpty(input.authors()).stream()
                        .map(ArticleInput.Contribution::author)
                        .toList();
        Section section =
                input.section() == null
                        ? null
                        : find(
                                sections.resolve(List.of(input.section())),
                                input.section(),
                                "/section",
                                flaws);
        return new References(
                section,
                tags(tags.resolve(tagNames), tagNames, flaws),
                all(authors.resolve(authorNames), authorNames, "/authors/%d/author", flaws),
                media.used(input, flaws));
    }

    /** One word for each of them, as the SQL function {@code label_mark} spells it. */
    String marks() {
        return Stream.concat(
                        Stream.ofNullable(section), Stream.concat(tags.stream(), authors.stream()))
                .map(label -> "xn" + label.id().toString().replace("-", ""))
                .collect(Collectors.joining(" "));
    }

    // Two names may mean one tag since the two were merged; the same name twice is a slip.
    private static List<Tag> tags(Map<String, Tag> found, List<String> names, Flaws flaws) {
        List<String> typed = names.stream().distinct().toList();
        if (typed.size() < names.size()) {
            return all(found, names, "/tags/%d", flaws);
        }
        return new ArrayList<>(
                new LinkedHashSet<>(
                        typed.stream()
                                .map(
                                        name ->
                                                find(
                                                        found,
                                                        name,
                                                        "/tags/" + names.indexOf(name),
                                                        flaws))
                                .toList()));
    }

    private static <T> List<T> all(
            Map<String, T> found, List<String> names, String pointer, Flaws flaws) {
        List<T> all = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            T one = find(found, names.get(i), pointer.formatted(i), flaws);
            if (one != null && !seen.add(one)) {
                flaws.at(pointer.formatted(i), Flaw.REPEATED, "is named more than once");
            }
            all.add(one);
        }
        return all;
    }

    private static <T> T find(Map<String, T> found, String name, String pointer, Flaws flaws) {
        T one = found.get(name);
        if (one == null) {
            flaws.at(pointer, Flaw.UNKNOWN_REFERENCE, "names nothing that exists");
        }
        return one;
    }
}
