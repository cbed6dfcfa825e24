package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("GET /v1/media/{id}/renditions/{file} with odd ranges")
class RangesTest extends MediaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0|206",
                "bytes=0-0,0-0|200",
                "bytes=5-2|200",
                "bytes=-0|416",
                "bytes=-999999999|206",
                "bytes=0-999999999999999999|206",
                "bytes=0-99999999999999999999999|200",
                "bytes=--1|200",
                "bytes=a-b|200",
                "bytes|200",
                "pages=1-2|200"
            })
    @DisplayName("answers every Range, with one part or all of it")
    void ranges(String range, int status) {
        String url = upload(Pictures.jpeg(200, 150, 108)).path("renditions[0].url");
        int all = reader().get(url).asByteArray().length;

        Response reply = reader().header("Range", range).get(url);

        reply.then().statusCode(status);
        assertThat(reply.asByteArray().length).isLessThanOrEqualTo(status == 416 ? 2000 : all);
    }

    @Test
    @DisplayName("sends the file once, however many overlapping ranges are asked for")
    void manyRanges() {
        String url = upload(Pictures.jpeg(200, 150, 109)).path("renditions[0].url");
        byte[] all = reader().get(url).asByteArray();

        Response reply = reader().header("Range", "bytes=0-" + ",0-".repeat(1300)).get(url);

        reply.then().statusCode(200);
        assertThat(reply.asByteArray()).isEqualTo(all);
    }
}
