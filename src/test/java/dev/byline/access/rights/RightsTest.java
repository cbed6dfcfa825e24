package dev.byline.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.byline.access.AccessTest;
import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the server does with {@code rights.txt}, operation by operation. */
@QuarkusTest
@DisplayName("The table of rights")
class RightsTest extends AccessTest {

    private static final List<String> DOCUMENTS = List.of("/openapi/content", "/openapi/newsroom");
    private static final List<String> ROLES = List.of("writer", "editor", "moderator", "admin");
    private static final String NO_ID = "00000000-0000-7000-8000-0000000000ff";

    private static final Map<String, JsonNode> READ = new HashMap<>();

    @Inject ObjectMapper mapper;

    @Test
    @DisplayName("has a row for every operation of both documents, and no other")
    void complete() throws Exception {
        Set<String> documented = new TreeSet<>();
        for (String document : DOCUMENTS) {
            JsonNode paths = document(document).get("paths");
            paths.properties()
                    .forEach(
                            path ->
                                    path.getValue()
                                            .properties()
                                            .forEach(
                                                    member -> {
                                                        if (member.getValue().has("operationId")) {
                                                            documented.add(
                                                                    member.getKey().toUpperCase()
                                                                            + " "
                                                                            + path.getKey());
                                                        }
                                                    }));
        }

        assertThat(rows()).isEqualTo(documented);
    }

    @Test
    @DisplayName("has a row for every method that the server can be called by")
    void everyMethod() {
        Set<String> methods =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("dev.byline")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(Path.class))
                                .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()))
                                .flatMap(RightsTest::operation)
                                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows()).isEqualTo(methods);
    }

    static Stream<Row> newsroomRows() {
        return Row.all().stream().filter(row -> !row.open());
    }

    static Stream<Row> publicRows() {
        return Row.all().stream().filter(Row::open);
    }

    static Stream<Row> ownRows() {
        return Row.all().stream().filter(row -> row.callers().contains(Row.OWN));
    }

    @Test
    @DisplayName("says who is let in: others get 403, and those without a valid key 401")
    void letsIn() throws Exception {
        String revoked = issue("Revoked", ROLES.toArray(String[]::new)).key();
        String expired = issue("Expired", ROLES.toArray(String[]::new)).key();
        Map<String, String> keys = new HashMap<>();
        for (String role : ROLES) {
            keys.put(role, issue(role, role).key());
        }
        sql("update api_key set revoked_at = now() where name = 'Revoked'");
        sql("update api_key set expires_at = now() where name = 'Expired'");
        SoftAssertions softly = new SoftAssertions();
        for (Row row : newsroomRows().toList()) {
            softly.assertThat(row.path()).startsWith("/v1/newsroom/");
            softly.assertThat(call(row, reader()).statusCode()).as("%s nobody", row).isEqualTo(401);
            for (String key : List.of("byl_x", revoked, expired)) {
                softly.assertThat(call(row, with(key)).statusCode())
                        .as("%s a key that is none or no more", row)
                        .isEqualTo(401);
            }
            for (String role : ROLES) {
                // One of the operations revokes all other keys.
                sql("update api_key set revoked_at = null where name <> 'Revoked'");
                int status = call(row, with(keys.get(role))).statusCode();
                if (row.allows(role)) {
                    softly.assertThat(status).as("%s %s", row, role).isNotIn(401, 403, 405, 415);
                } else {
                    softly.assertThat(status).as("%s %s", row, role).isEqualTo(403);
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("publicRows")
    @DisplayName("says what is open: there a key of any kind changes nothing")
    void open(Row row) throws Exception {
        assertThat(row.path()).doesNotStartWith("/v1/newsroom");
        Issued revoked = issue("Revoked", "admin");
        sql("update api_key set revoked_at = now() where name = 'Revoked'");
        Response nobody = call(row, reader());
        assertThat(nobody.statusCode()).isNotIn(401, 403, 405, 415);

        List<RequestSpecification> others =
                List.of(with("byl_x"), with(revoked.key()), newsroom(), with(writer("Jane")));
        for (RequestSpecification other : others) {
            Response reply = call(row, other);
            assertThat(reply.statusCode()).isEqualTo(nobody.statusCode());
            assertThat(reply.asString()).isEqualTo(nobody.asString());
            assertThat(reply.header("Cache-Control")).isEqualTo(nobody.header("Cache-Control"));
        }
    }

    @ParameterizedTest
    @MethodSource("ownRows")
    @DisplayName("lets a writer reach what is their own, and nobody else's")
    void own(Row row) throws Exception {
        String jane = writer("Jane");
        String joe = writer("Joe");
        Response made = make(row, with(jane));
        made.then().statusCode(201);
        Row hers =
                new Row(row.method(), row.path().replace("{id}", made.path("id")), row.callers());
        String version = made.header("ETag");

        int others = send(hers, row, with(joe).header("If-Match", version)).statusCode();
        int editors = send(hers, row, with(issue("Ed", "editor").key())).statusCode();
        int own = send(hers, row, with(jane).header("If-Match", version)).statusCode();

        assertThat(others).isEqualTo(403);
        assertThat(editors).isNotIn(401, 403);
        assertThat(own).isNotIn(401, 403);
    }

    private static Response make(Row row, RequestSpecification writer) {
        if (row.path().startsWith("/v1/newsroom/media/{id}")) {
            return writer.multiPart("file", "gate.jpg", Pictures.jpeg(64, 48, 1), "image/jpeg")
                    .post("/v1/newsroom/media");
        }
        assertThat(row.path()).startsWith("/v1/newsroom/articles/{id}");
        return writer.contentType("application/json")
                .body("{\"headline\":\"Hers\"}")
                .post("/v1/newsroom/articles");
    }

    private String writer(String name) {
        return issue(name, "writer").key();
    }

    private Response call(Row row, RequestSpecification request) throws Exception {
        return send(row, row, request);
    }

    /**
     * Calls an operation with a body of its kind that says nothing, at the address of {@code at}.
     */
    private Response send(Row at, Row documented, RequestSpecification request) throws Exception {
        String path = at.path().replaceAll("\\{[a-z]*[iI]d}", NO_ID).replaceAll("\\{[^}]*}", "1");
        String kind = bodyKind(documented);
        if (kind == null) {
            request.noContentType();
        } else if (kind.startsWith("multipart/")) {
            request.multiPart("nothing", "nothing");
        } else {
            boolean saves = Set.of("PUT", "PATCH").contains(at.method());
            request.contentType(kind).body(Map.of());
            if (saves && !at.equals(documented)) {
                request.body(Map.of("headline", "Changed"));
            }
        }
        return request.request(at.method(), path);
    }

    private String bodyKind(Row row) throws Exception {
        String document = DOCUMENTS.get(row.open() ? 0 : 1);
        JsonNode content =
                document(document)
                        .get("paths")
                        .path(row.path())
                        .path(row.method().toLowerCase())
                        .at("/requestBody/content");
        return content.isObject() && content.size() > 0 ? content.fieldNames().next() : null;
    }

    private JsonNode document(String address) throws Exception {
        if (!READ.containsKey(address)) {
            String json = reader().queryParam("format", "json").get(address).asString();
            READ.put(address, mapper.readTree(json));
        }
        return READ.get(address);
    }

    private static Set<String> rows() {
        List<String> rows = Row.all().stream().map(Row::operation).toList();
        assertThat(rows).doesNotHaveDuplicates();
        return new TreeSet<>(rows);
    }

    private static Stream<String> operation(Method method) {
        String at = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? at : at + below.value();
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                // HEAD is GET without its body, in the documents as well.
                .filter(type -> type != HEAD.class)
                .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + path);
    }
}
