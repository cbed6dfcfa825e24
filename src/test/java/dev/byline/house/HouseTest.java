package dev.byline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.byline.halves.FirstHalf;
import dev.byline.halves.SecondHalf;
import dev.byline.platform.housesample.ReachesUp;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludePackages;

@DisplayName("The house")
class HouseTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final int LONGEST_FILE = 300;

    /** SQL is constant: nothing is ever added to it but parameters. */
    private static final Pattern BUILT_SQL =
            Pattern.compile(
                    "create(Native)?Query\\(\\s*\"[^;]*?\"\\s*\\+\\s*[^\"\\s]", Pattern.DOTALL);

    @Test
    @DisplayName("keeps its imports going one way")
    void imports() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.byline");
        Rooms.names().forEach(room -> Rooms.rule(room).check(classes));
    }

    @Test
    @DisplayName("has a rule for every room")
    void everyRoom() throws IOException {
        try (Stream<Path> folders = Files.list(MAIN.resolve("dev/byline"))) {
            Set<String> rooms =
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .collect(java.util.stream.Collectors.toSet());
            rooms.remove("demo"); // may import everything
            assertThat(Rooms.names()).containsExactlyInAnyOrderElementsOf(rooms);
        }
    }

    @Test
    @DisplayName("would notice a platform class that imports a feature")
    void canFail() {
        JavaClasses broken = new ClassFileImporter().importClasses(ReachesUp.class);
        assertThat(Rooms.rule("platform").evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    @DisplayName("has no file over 300 lines")
    void fileLengths() {
        assertThat(sources())
                .allSatisfy(
                        file ->
                                assertThat(lines(file))
                                        .as(file.toString())
                                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    @DisplayName("builds no SQL from pieces")
    void constantSql() {
        assertThat(sources())
                .allSatisfy(
                        file ->
                                assertThat(BUILT_SQL.matcher(String.join("\n", lines(file))).find())
                                        .as(file.toString())
                                        .isFalse());
        assertThat(BUILT_SQL.matcher("em.createNativeQuery(\"select \" + column)").find()).isTrue();
    }

    @Test
    @DisplayName("has every test in one half or the other")
    void halves() {
        assertThat(FirstHalf.class.getAnnotation(IncludePackages.class).value())
                .isEqualTo(SecondHalf.class.getAnnotation(ExcludePackages.class).value());
    }

    @Test
    @DisplayName("has the tests with a profile in the second half: both would build for them")
    void profiles() {
        List<String> withProfile =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.OnlyIncludeTests())
                                .importPackages("dev.byline")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(TestProfile.class))
                                .map(JavaClass::getPackageName)
                                .toList();
        assertThat(withProfile)
                .isNotEmpty()
                .allSatisfy(
                        name ->
                                assertThat(
                                                FirstHalf.class
                                                        .getAnnotation(IncludePackages.class)
                                                        .value())
                                        .noneMatch(name::startsWith));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
