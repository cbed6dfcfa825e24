package dev.byline.given.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The control: an exchange that a document does not have must not pass. */
@DisplayName("The judge of exchanges")
class JudgeTest {

    private static final Document DOCUMENT =
            Document.parse(
                    """
                    {"paths":{"/v1/things/{id}":{"put":{"operationId":"replaceThing",
                      "parameters":[{"name":"limit","in":"query","schema":{"type":"integer","maximum":9}}],
                      "requestBody":{"content":{"application/json":{"schema":{
                        "type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}},
                      "responses":{
                        "200":{"headers":{"ETag":{"required":true}},"content":{"application/json":{
                          "schema":{"$ref":"#/components/schemas/Thing"}}}},
                        "204":{},
                        "404":{"content":{"application/problem+json":{
                          "schema":{"type":"object"},"examples":{"not-found":{}}}}}}}}},
                     "components":{"schemas":{
                       "Thing":{"type":"object","required":["id"],"properties":{
                         "id":{"type":"string","format":"uuid"},
                         "name":{"type":"string"},
                         "parts":{"type":"array","items":{"oneOf":[
                           {"$ref":"#/components/schemas/Text"},{"$ref":"#/components/schemas/Line"}]}}}},
                       "Text":{"type":"object","required":["type","text"],"properties":{
                         "type":{"enum":["text"]},"text":{"type":"string"}}},
                       "Line":{"type":"object","required":["type"],"properties":{
                         "type":{"enum":["line"]}}}}}}
                    """);

    private static final String ID = "\"id\":\"0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55\"";
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "ETag", "\"1\"");

    @Test
    @DisplayName("lets pass what the document has")
    void right() {
        assertThat(reply("{" + ID + ",\"name\":\"a\",\"parts\":[{\"type\":\"line\"}]}")).isEmpty();
    }

    @Test
    @DisplayName("refuses null where the document has a text")
    void nullable() {
        assertThat(reply("{" + ID + ",\"name\":null}"))
                .hasSize(1)
                .first()
                .asString()
                .contains("name");
    }

    @Test
    @DisplayName("refuses a member of a union that is none of its kinds")
    void union() {
        assertThat(reply("{" + ID + ",\"parts\":[{\"type\":\"line\",\"text\":\"a\"}]}"))
                .isNotEmpty();
        assertThat(reply("{" + ID + ",\"parts\":[{\"type\":\"circle\"}]}")).isNotEmpty();
        assertThat(reply("{" + ID + ",\"parts\":[{\"type\":\"text\"}]}")).isNotEmpty();
    }

    @Test
    @DisplayName("refuses a member that is missing, unknown, or of another format")
    void members() {
        assertThat(reply("{\"name\":\"a\"}")).hasSize(1);
        assertThat(reply("{" + ID + ",\"secret\":1}")).hasSize(1);
        assertThat(reply("{\"id\":\"7\"}")).hasSize(1);
    }

    @Test
    @DisplayName("refuses a status that is not declared, a code, a header, a body, an operation")
    void undeclared() {
        assertThat(flaws("PUT", "/v1/things/1", 409, HEADERS, "{}"))
                .containsExactly("status 409 is not declared");
        assertThat(flaws("PUT", "/v1/things/1", 404, problem(), "{\"code\":\"gone\"}"))
                .containsExactly("code \"gone\" is not declared");
        assertThat(flaws("PUT", "/v1/things/1", 404, problem(), "{\"code\":\"not-found\"}"))
                .isEmpty();
        assertThat(
                        flaws(
                                "PUT",
                                "/v1/things/1",
                                200,
                                Map.of("Content-Type", "application/json"),
                                "{" + ID + "}"))
                .containsExactly("header ETag is missing");
        assertThat(flaws("PUT", "/v1/things/1", 204, HEADERS, "{}"))
                .containsExactly("a body where none is declared");
        assertThat(flaws("POST", "/v1/things", 201, HEADERS, "{}"))
                .containsExactly("the document has no such operation");
    }

    @Test
    @DisplayName("refuses a request that the server took against the document, and no refused one")
    void requests() {
        assertThat(request(Map.of(), "{\"nome\":\"a\"}", 204)).hasSize(2);
        assertThat(request(Map.of("limit", "10"), "{\"name\":\"a\"}", 204)).hasSize(1);
        assertThat(request(Map.of("limit", "9"), "{\"name\":\"a\"}", 204)).isEmpty();
        assertThat(
                        Judge.flaws(
                                DOCUMENT,
                                new Exchange(
                                        "PUT",
                                        "/v1/things/1",
                                        Map.of("limit", "x"),
                                        "application/json",
                                        "[",
                                        404,
                                        problem(),
                                        "{\"code\":\"not-found\"}")))
                .isEmpty();
    }

    private static Map<String, String> problem() {
        return Map.of("Content-Type", "application/problem+json");
    }

    private static List<String> request(Map<String, String> query, String body, int status) {
        return Judge.flaws(
                DOCUMENT,
                new Exchange(
                        "PUT",
                        "/v1/things/1",
                        query,
                        "application/json",
                        body,
                        status,
                        HEADERS,
                        ""));
    }

    private static List<String> reply(String body) {
        return flaws("PUT", "/v1/things/1", 200, HEADERS, body);
    }

    private static List<String> flaws(
            String method, String path, int status, Map<String, String> headers, String body) {
        return Judge.flaws(
                DOCUMENT, new Exchange(method, path, Map.of(), null, null, status, headers, body));
    }
}
