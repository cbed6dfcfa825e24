package dev.byline.comment.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentTest;
import dev.byline.given.AllOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AllOptions.class)
@DisplayName("Behind a trusted proxy a flood of comments")
class BehindProxyTest extends CommentTest {

    @Test
    @DisplayName("stops at each network's own quota, whatever stands left of the proxy's word")
    void each() {
        settings(Map.of("quota", Map.of("comments", 2, "minutes", 60)));
        int accepted = 0;
        for (int i = 0; i < 40; i++) {
            int network = i % 4;
            int status =
                    reader().contentType(ContentType.JSON)
                            .header(
                                    "X-Forwarded-For",
                                    "192.0.2." + i + ", 198.51." + network + ".9")
                            .body(from("robot" + i + "@example.org", "Number " + i))
                            .post(comments())
                            .statusCode();
            accepted += status == 201 ? 1 : 0;
        }

        assertThat(accepted).isEqualTo(8);
        assertThat(count()).isEqualTo(8);
    }

    @Test
    @DisplayName("counts IPv6 by /64, a /48 as ten of them, and keeps neither beyond the /48")
    void version6() throws Exception {
        settings(Map.of("quota", Map.of("comments", 2, "minutes", 63)));
        int line = 0;
        for (int i = 0; i < 5; i++) {
            line += posted("2001:db8:1:7::" + i) == 201 ? 1 : 0;
        }
        int block = 0;
        for (int i = 0; i < 30; i++) {
            block += posted("2001:db8:2:" + i + "::1") == 201 ? 1 : 0;
        }

        assertThat(line).isEqualTo(2);
        assertThat(block).isEqualTo(20);
        assertThat(stored("select string_agg(distinct address, ' ' order by address) from comment"))
                .isEqualTo("2001:db8:1:0:0:0:0:0/48 2001:db8:2:0:0:0:0:0/48");
        assertThat(
                        stored(
                                "select count(*) from comment_quota where block like '%:%' or block like '%.%'"))
                .isEqualTo("0");
    }

    private int posted(String address) {
        return reader().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(from("robot@example.org", "From " + address))
                .post(comments())
                .statusCode();
    }
}
