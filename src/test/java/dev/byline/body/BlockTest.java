package dev.byline.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A block")
class BlockTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Holder(List<@Valid Block> body) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"paragraph\",\"html\":\"x\"}",
                "{\"type\":\"heading\",\"level\":2,\"text\":\"x\"}",
                "{\"type\":\"quote\",\"html\":\"x\",\"cite\":\"y\"}",
                "{\"type\":\"quote\",\"html\":\"x\"}",
                "{\"type\":\"pullquote\",\"text\":\"x\"}",
                "{\"type\":\"list\",\"ordered\":true,\"items\":[\"x\",\"y\"]}",
                "{\"type\":\"table\",\"header\":[],\"rows\":[[\"x\"]]}",
                "{\"type\":\"table\",\"caption\":\"x\",\"header\":[\"y\"],\"rows\":[[\"z\"]]}",
                "{\"type\":\"embed\",\"provider\":\"x\",\"url\":\"https://x.com/\",\"title\":\"y\"}",
                "{\"type\":\"divider\"}",
                "{\"type\":\"html\",\"html\":\"<p>x</p>\"}"
            })
    @DisplayName("reads and writes the contract's JSON, absent values left out")
    void roundTrip(String json) throws Exception {
        Block block = JSON.readValue(json, Block.class);
        assertThat(JSON.writeValueAsString(block)).isEqualTo(json);
        List<Block> body = JSON.readValue("[" + json + "]", new TypeReference<>() {});
        assertThat(JSON.writerFor(new TypeReference<List<Block>>() {}).writeValueAsString(body))
                .isEqualTo("[" + json + "]");
        assertThat(VALIDATOR.validate(block)).isEmpty();
        assertThat(Sanitiser.clean(body)).isEqualTo(body);
    }

    @Test
    @DisplayName("is refused without a type, with an unknown one, and with unknown members")
    void strict() {
        assertThatThrownBy(() -> JSON.readValue("{\"html\":\"x\"}", Block.class))
                .isInstanceOf(InvalidTypeIdException.class);
        for (String type :
                List.of("\"image2\"", "\"Paragraph\"", "\"\"", "null", "1", "{}", "[]")) {
            assertThatThrownBy(
                            () ->
                                    JSON.readValue(
                                            "{\"type\":" + type + ",\"html\":\"x\"}", Block.class))
                    .as(type)
                    .isInstanceOf(MismatchedInputException.class);
        }
        for (String block : List.of("\"x\"", "1", "[]", "true")) {
            assertThatThrownBy(() -> JSON.readValue(block, Block.class))
                    .as(block)
                    .isInstanceOf(MismatchedInputException.class);
        }
        for (String block :
                List.of(
                        "{\"type\":\"paragraph\",\"html\":\"x\",\"text\":\"y\"}",
                        "{\"type\":\"divider\",\"html\":\"x\"}")) {
            assertThatThrownBy(() -> JSON.readValue(block, Block.class))
                    .isInstanceOf(UnrecognizedPropertyException.class);
        }
    }

    @Test
    @DisplayName("never has a null list, nor one that can be changed")
    void lists() throws Exception {
        assertThat(JSON.readValue("{\"type\":\"list\"}", Block.class))
                .isEqualTo(new Block.ItemList(false, List.of()));
        Table table = (Table) JSON.readValue("{\"type\":\"table\",\"rows\":[null]}", Block.class);
        assertThat(table.header()).isEmpty();
        assertThat(table.rows()).hasSize(1);
        assertThatThrownBy(() -> table.rows().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    static Stream<Object[]> violations() {
        String tooLong = "x".repeat(20_001);
        List<String> wide = Collections.nCopies(51, "x");
        return Stream.of(
                new Object[] {new Block.Paragraph(null), List.of("body[1].html")},
                new Object[] {new Block.Paragraph(tooLong), List.of("body[1].html")},
                new Object[] {new Block.Heading(1, " "), List.of("body[1].level", "body[1].text")},
                new Object[] {
                    new Block.Heading(5, "x".repeat(301)), List.of("body[1].level", "body[1].text")
                },
                new Object[] {
                    new Block.Quote(null, "x".repeat(301)), List.of("body[1].cite", "body[1].html")
                },
                new Object[] {new Block.Pullquote("", null), List.of("body[1].text")},
                new Object[] {new Block.ItemList(true, null), List.of("body[1].items")},
                new Object[] {
                    new Block.ItemList(true, Collections.nCopies(501, "x")),
                    List.of("body[1].items")
                },
                new Object[] {
                    new Block.ItemList(true, Arrays.asList("x", null, tooLong)),
                    List.of("body[1].items[1].<list element>", "body[1].items[2].<list element>")
                },
                new Object[] {
                    new Table(null, wide, List.of(wide)),
                    List.of("body[1].header", "body[1].rows[0].<list element>")
                },
                new Object[] {
                    new Table(null, null, Collections.nCopies(501, List.of("x"))),
                    List.of("body[1].rows")
                },
                new Object[] {new Table(null, List.of("x"), null), List.of("body[1].rows")},
                new Object[] {
                    new Table(
                            "x".repeat(301),
                            List.of("a", "b"),
                            Arrays.asList(
                                    List.of("1", "2"),
                                    List.of("1"),
                                    null,
                                    Arrays.asList("1", null))),
                    List.of(
                            "body[1].caption",
                            "body[1].rows[1].<list element>",
                            "body[1].rows[2].<list element>",
                            "body[1].rows[3].<list element>[1].<list element>")
                },
                new Object[] {
                    new Block.Embed("You Tube", "javascript:alert(1)", "x".repeat(301)),
                    List.of("body[1].provider", "body[1].title", "body[1].url")
                },
                new Object[] {
                    new Block.Embed(null, null, null), List.of("body[1].provider", "body[1].url")
                },
                new Object[] {
                    new Block.Embed("x-", "https://x.example/ y", null),
                    List.of("body[1].provider", "body[1].url")
                },
                new Object[] {new Block.Html("x".repeat(100_001)), List.of("body[1].html")});
    }

    @ParameterizedTest
    @MethodSource("violations")
    @DisplayName("names every member that breaks a limit")
    void limits(Block block, List<String> paths) {
        assertThat(VALIDATOR.validate(new Holder(List.of(new Block.Divider(), block))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    @DisplayName("is described to OpenAPI with the type and an example that it reads")
    void described() throws Exception {
        DiscriminatorMapping[] mapping =
                Block.class.getAnnotation(Schema.class).discriminatorMapping();
        assertThat(mapping).hasSameSizeAs(Block.class.getPermittedSubclasses());
        for (DiscriminatorMapping one : mapping) {
            Schema schema = one.schema().getAnnotation(Schema.class);
            assertThat(schema.properties()[0].enumeration()).containsExactly(one.value());
            JsonNode example = JSON.readTree(schema.examples()[0]);
            assertThat(example.path("type").asText()).isEqualTo(one.value());
            Block block = JSON.treeToValue(example, Block.class);
            assertThat(block).isInstanceOf(one.schema());
            assertThat(VALIDATOR.validate(block)).isEmpty();
            assertThat(block.cleaned()).isEqualTo(block);
        }
    }
}
