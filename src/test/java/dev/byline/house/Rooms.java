package dev.byline.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which room may import which: the table that keeps the house's imports going one way. */
final class Rooms {

    private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        room("platform");
        room("body");
        room("access", "platform");
        room("delivery", "platform");
        room("taxonomy", "platform", "access", "delivery");
        room("media", "platform", "access", "delivery");
        room("author", "platform", "access", "delivery", "media");
        room("edition", "platform", "access", "delivery", "body", "taxonomy", "media", "author");
        room(
                "article",
                "platform",
                "access",
                "delivery",
                "body",
                "taxonomy",
                "media",
                "author",
                "edition");
        List.of(
                        "correction",
                        "revision",
                        "change",
                        "preview",
                        "related",
                        "search",
                        "usage",
                        "comment")
                .forEach(
                        room ->
                                room(
                                        room,
                                        "platform",
                                        "access",
                                        "delivery",
                                        "body",
                                        "taxonomy",
                                        "media",
                                        "author",
                                        "edition",
                                        "article"));
    }

    private Rooms() {}

    private static void room(String name, String... mayImport) {
        Set<String> all = new TreeSet<>(Set.of(mayImport));
        all.add(name);
        MAY_IMPORT.put(name, all);
    }

    static Set<String> names() {
        return MAY_IMPORT.keySet();
    }

    static ArchRule rule(String room) {
        String[] allowed =
                MAY_IMPORT.get(room).stream()
                        .map(name -> "dev.byline." + name + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.byline." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.byline..").and(resideOutsideOfPackages(allowed)))
                .as(
                        "%s imports only %s"
                                .formatted(
                                        room,
                                        MAY_IMPORT.get(room).stream()
                                                .collect(Collectors.joining(", "))));
    }
}
