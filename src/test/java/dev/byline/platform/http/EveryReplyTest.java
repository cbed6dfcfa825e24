package dev.byline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.given.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Every reply")
class EveryReplyTest extends ApiTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/sections, 200",
        "HEAD, /v1/sections, 200",
        "GET, /v1/sections?q, 400",
        "GET, /v1/newsroom/me, 401",
        "GET, /v1/nothing, 404",
        "GET, /nothing, 404",
        "PUT, /v1/sections, 405",
        "POST, /q/health, 200",
        "OPTIONS, /v1/sections, 200",
        "GET, /q/health/ready, 200",
        "GET, /openapi/content, 200",
        "GET, /docs/, 200",
        "GET, /problems/not-found, 200"
    })
    @DisplayName("has the security headers and no word about the server's make")
    void headers(String method, String path, int status) {
        Response reply = RestAssured.given().noFilters().noContentType().request(method, path);

        Headers headers = reply.headers();
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.getValue("Content-Security-Policy"))
                .startsWith(path.equals("/docs/") ? "default-src 'self'" : "default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.getValue("Trace-Id")).matches("[0-9a-f]{32}");
        assertThat(headers.asList())
                .extracting(header -> header.getName().toLowerCase())
                .doesNotContain("server", "x-powered-by", "via", "set-cookie");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /v1/sections | GET, HEAD",
                "DELETE | /v1/articles/none | GET, HEAD",
                "PUT | /v1/newsroom/keys | GET, HEAD, POST",
                "PATCH | /v1/newsroom/keys/00000000-0000-7000-8000-0000000000ff | DELETE, GET, HEAD",
                "GET | /v1/newsroom/articles/00000000-0000-7000-8000-0000000000ff/publish | POST",
                "TRACE | /v1/sections | GET, HEAD",
                "PROPFIND | /v1/sections | GET, HEAD"
            })
    @DisplayName("of 405 tells which methods there are")
    void allow(String method, String path, String methods) {
        newsroom()
                .request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", methods)
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    @DisplayName("takes a trace that the caller began, and no other text")
    void trace() {
        String id = "0af7651916cd43dd8448eb211c80319c";

        assertThat(traced("00-" + id + "-b7ad6b7169203331-01")).isEqualTo(id);
        for (String odd : List.of("00-" + "0".repeat(32) + "-b7ad6b7169203331-01", id, "x")) {
            assertThat(traced(odd)).matches("[0-9a-f]{32}").isNotEqualTo(id);
        }
    }

    private static String traced(String parent) {
        return reader().header("traceparent", parent).get("/v1/sections").header("Trace-Id");
    }
}
