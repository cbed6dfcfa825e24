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
                      "parameters":[
                        {"name":"id","in":"path","required":true,"schema":{"type":"string","maxLength":9}},
                        {"name":"limit","in":"query","schema":{"type":"integer","maximum":9}},
                        {"name":"kind","in":"query","schema":{
                          "type":"array","items":{"type":"string","enum":["one","two"]}}},
                        {"name":"If-Match","in":"header","schema":{"type":"string","pattern":"^\\\""}}],
                      "requestBody":{"required":true,"content":{
                        "application/json":{"schema":{"$ref":"#/components/schemas/NewThing"}},
                        "application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/NewThing"}}}},
                      "responses":{
                        "200":{"headers":{"ETag":{"required":true,"schema":{"type":"string"}}},
                          "content":{"application/json":{
                            "schema":{"$ref":"#/components/schemas/Thing"}}}},
                        "204":{},
                        "404":{"content":{"application/problem+json":{
                          "schema":{"type":"object"},"examples":{"not-found":{}}}}}}}}},
                     "components":{"schemas":{
                       "NewThing":{"type":"object","required":["name"],"properties":{
                         "name":{"type":"string"},"word":{"type":"string"}}},
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
    private static final String PATCH = "application/merge-patch+json";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
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
    @DisplayName("lets members be missing where they were chosen, but none inside of them")
    void chosen() {
        assertThat(chosen("{\"name\":\"a\"}")).isEmpty();
        assertThat(chosen("{\"parts\":[{\"type\":\"text\"}]}")).isNotEmpty();
    }

    @Test
    @DisplayName("refuses a status that is not declared, a code, a body, an operation")
    void undeclared() {
        assertThat(flaws("PUT", "/v1/things/1", 409, JSON, "{}"))
                .containsExactly("status 409 is not declared");
        assertThat(flaws("PUT", "/v1/things/1", 404, problem(), "{\"code\":\"gone\"}"))
                .containsExactly("code \"gone\" is not declared");
        assertThat(flaws("PUT", "/v1/things/1", 404, problem(), "{\"code\":\"not-found\"}"))
                .isEmpty();
        assertThat(replied(204, JSON, "{}")).containsExactly("a body where none is declared");
        assertThat(flaws("POST", "/v1/things", 201, JSON, "{}"))
                .containsExactly("the document has no such operation");
        assertThat(flaws("POST", "/v1/things", 500, problem(), "{}"))
                .containsExactly("the document has no such operation");
        assertThat(flaws("POST", "/v1/things", 404, problem(), "{}")).isEmpty();
    }

    @Test
    @DisplayName("refuses a header that is missing, and one that is not declared")
    void headers() {
        assertThat(replied(200, JSON, "{" + ID + "}")).containsExactly("header ETag is missing");
        assertThat(replied(204, Map.of("ETag", "\"1\""), ""))
                .containsExactly("header ETag is not declared");
        assertThat(replied(204, Map.of("Date", "now", "Content-Length", "0"), "")).isEmpty();
    }

    @Test
    @DisplayName("refuses a request that the server took against the document, and no refused one")
    void requests() {
        assertThat(request("{\"nome\":\"a\"}")).hasSize(2);
        assertThat(request(null)).containsExactly("the request has no body");
        assertThat(request("{\"name\":\"a\",\"word\":null}")).isEmpty();
        assertThat(request("{\"name\":null}")).hasSize(1);
        assertThat(put("1", Map.of(), Map.of(), PATCH, "{\"name\":\"a\",\"word\":null}", 204))
                .hasSize(1);
        assertThat(put("1", Map.of("limit", "x"), Map.of(), "application/json", "[", 404))
                .isEmpty();
    }

    @Test
    @DisplayName("refuses parameters that the server took against the document")
    void parameters() {
        assertThat(parameters("1", Map.of("limit", "9", "kind", "one,two"), Map.of())).isEmpty();
        assertThat(parameters("1", Map.of("limit", "10"), Map.of())).hasSize(1);
        assertThat(parameters("1", Map.of("kind", "one,six"), Map.of())).hasSize(1);
        assertThat(parameters("1234567890", Map.of(), Map.of())).hasSize(1);
        assertThat(parameters("1", Map.of(), Map.of("If-Match", "\"1\""))).isEmpty();
        assertThat(parameters("1", Map.of(), Map.of("If-Match", "1"))).hasSize(1);
    }

    private static Map<String, String> problem() {
        return Map.of("Content-Type", "application/problem+json");
    }

    private static List<String> request(String body) {
        return put("1", Map.of(), Map.of(), "application/json", body, 204);
    }

    private static List<String> parameters(
            String id, Map<String, String> query, Map<String, String> headers) {
        return put(id, query, headers, "application/json", "{\"name\":\"a\"}", 204);
    }

    private static List<String> put(
            String id,
            Map<String, String> query,
            Map<String, String> headers,
            String type,
            String body,
            int status) {
        return Judge.flaws(
                DOCUMENT,
                new Exchange(
                        "PUT",
                        "/v1/things/" + id,
                        query,
                        headers,
                        type,
                        body,
                        status,
                        status == 204 ? Map.of() : problem(),
                        status == 204 ? "" : "{\"code\":\"not-found\"}"));
    }

    private static List<String> reply(String body) {
        return replied(200, HEADERS, body);
    }

    private static List<String> replied(int status, Map<String, String> headers, String body) {
        return replied(Map.of(), status, headers, body);
    }

    private static List<String> chosen(String body) {
        return replied(Map.of("fields", "name"), 200, HEADERS, body);
    }

    private static List<String> replied(
            Map<String, String> query, int status, Map<String, String> headers, String body) {
        return Judge.flaws(
                DOCUMENT,
                new Exchange(
                        "PUT",
                        "/v1/things/1",
                        query,
                        Map.of(),
                        "application/json",
                        "{\"name\":\"a\"}",
                        status,
                        headers,
                        body));
    }

    private static List<String> flaws(
            String method, String path, int status, Map<String, String> headers, String body) {
        return Judge.flaws(
                DOCUMENT,
                new Exchange(method, path, Map.of(), Map.of(), null, null, status, headers, body));
    }
}
