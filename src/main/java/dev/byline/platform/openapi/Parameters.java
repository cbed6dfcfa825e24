package dev.byline.platform.openapi;

import dev.byline.platform.idempotency.Idempotent;
import dev.byline.platform.openapi.example.RecordedExamples;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes the parameters: the header that every {@code POST} honours, and for each a description,
 * bounds and an example where the code has none of its own.
 */
final class Parameters {

    /** No address is longer, nor any of its parameters. */
    static final int LONGEST = 8192;

    /** More in a list by comma is refused, or senseless. */
    static final int MOST_ITEMS = 100;

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_SLUG = 120;
    private static final String ID = "0198c5a2-7d1e-7cc3-98a4-2f6d0c1b7e55";
    private static final String ARTICLE = RecordedExamples.text("getArticle", "/slug");
    private static final String CURSOR = RecordedExamples.text("listArticles", "/page/next");
    private static final String TIME = "2026-03-01T12:00:00Z";
    private static final String NOT_CHANGED = "If-None-Match";
    private static final String VERSION = "If-Match";

    private record Words(String description, String example) {}

    private static final Map<String, Words> WORDS =
            Map.ofEntries(
                    Map.entry("id", new Words("Id of the item", ID)),
                    Map.entry("other", new Words("Id of the item that stays", ID)),
                    Map.entry("link", new Words("Id of the link", ID)),
                    Map.entry("correction", new Words("Id of the correction", ID)),
                    Map.entry("commenter", new Words("Id of the commenter", ID)),
                    Map.entry("item", new Words("Id of the item", ID)),
                    Map.entry("ids", new Words("Ids by comma", ID)),
                    Map.entry("code", new Words("Code of the problem", "slug-taken")),
                    Map.entry("n", new Words("Number of the revision", "3")),
                    Map.entry("from", new Words("Beginning", TIME)),
                    Map.entry("to", new Words("End", TIME)),
                    Map.entry("article", new Words("Id or slug", ARTICLE)),
                    Map.entry("articles", new Words("Ids or slugs", ARTICLE)),
                    Map.entry(
                            "author",
                            new Words("Id or slug", RecordedExamples.text("getAuthor", "/slug"))),
                    Map.entry(
                            "section",
                            new Words("Id or slug", RecordedExamples.text("getSection", "/slug"))),
                    Map.entry(
                            "tag",
                            new Words("Id or slug", RecordedExamples.text("getTag", "/slug"))),
                    Map.entry("type", new Words("Type", "opinion")),
                    Map.entry("q", new Words("Words to find", "harbour flood")),
                    Map.entry("cursor", new Words("Cursor", CURSOR)),
                    Map.entry(
                            "after",
                            new Words(
                                    "Cursor", RecordedExamples.text("listChanges", "/page/after"))),
                    Map.entry(
                            "token",
                            new Words(
                                    "The secret of the link",
                                    RecordedExamples.text("makePreviewLink", "/token"))),
                    Map.entry(
                            "file",
                            new Words(
                                    "Name of the file, as `renditions` has it",
                                    RecordedExamples.text("getMedia", "/renditions/0/url")
                                            .replaceFirst(".*/", ""))),
                    Map.entry(
                            VERSION,
                            new Words(
                                    "`ETag` of the version that was read: without it `428`, and `412` when somebody saved since",
                                    "\"3\"")),
                    Map.entry(
                            "Edit-Token",
                            new Words("Token", RecordedExamples.text("leaveReply", "/edit/token"))),
                    Map.entry("Last-Event-ID", new Words("Id of the last event", "1042")));

    private Parameters() {}

    static void declare(OpenAPI document) {
        Operations.paths(document)
                .forEach(
                        path -> {
                            if (path.getPOST() != null) {
                                shared(document, path.getPOST(), idempotencyKey());
                            }
                            path.getOperations()
                                    .values()
                                    .forEach(operation -> complete(document, path, operation));
                        });
    }

    private static void complete(OpenAPI document, PathItem path, Operation operation) {
        List<Parameter> parameters = Operations.parameters(path, operation);
        boolean cacheable =
                parameters.stream()
                        .anyMatch(
                                parameter ->
                                        parameter.getRef() != null
                                                && parameter.getRef().endsWith(NOT_CHANGED));
        if (cacheable) {
            Operations.components(document).addParameter(NOT_CHANGED, notChanged());
        }
        parameters.stream()
                .filter(parameter -> parameter.getRef() == null)
                .forEach(Parameters::complete);
        if (operation.getParameters() != null) {
            operation.setParameters(
                    operation.getParameters().stream()
                            .sorted(Comparator.comparing(Parameters::place))
                            .toList());
        }
    }

    private static int place(Parameter parameter) {
        if (parameter.getIn() == null) {
            return Parameter.In.values().length;
        }
        return switch (parameter.getIn()) {
            case PATH -> 0;
            case QUERY -> 1;
            case HEADER, COOKIE -> 2;
        };
    }

    private static void complete(Parameter parameter) {
        Schema schema = parameter.getSchema();
        Words words = WORDS.get(parameter.getName());
        if (VERSION.equals(parameter.getName())) {
            parameter.setRequired(true);
        }
        if (parameter.getDescription() == null && words != null) {
            parameter.setDescription(words.description());
        }
        if (is(schema, SchemaType.ARRAY)) {
            list(parameter, schema, words);
            return;
        }
        boolean text = is(schema, SchemaType.STRING) && schema.getEnumeration() == null;
        if (text && schema.getMaxLength() == null) {
            boolean slug = parameter.getIn() == Parameter.In.PATH && schema.getFormat() == null;
            schema.setMaxLength(slug ? LONGEST_SLUG : LONGEST);
        }
        if (is(schema, SchemaType.INTEGER) && parameter.getIn() == Parameter.In.PATH) {
            schema.setMinimum(BigDecimal.ONE);
        }
        if (parameter.getExample() == null) {
            parameter.setExample(example(parameter, schema, words));
        }
        schema.setExamples(null);
    }

    /** Several values by comma. */
    private static void list(Parameter parameter, Schema schema, Words words) {
        parameter.setStyle(Parameter.Style.FORM);
        parameter.setExplode(false);
        schema.setMaxItems(MOST_ITEMS);
        if (schema.getItems() == null) {
            schema.setItems(text().enumeration(schema.getEnumeration()));
            schema.setEnumeration(null);
        }
        Schema item = schema.getItems();
        if (item.getRef() == null && item.getEnumeration() == null) {
            item.setMaxLength(LONGEST);
        }
        String example =
                parameter.getExample() == null
                        ? words.example()
                        : String.valueOf(parameter.getExample());
        parameter.setExample(List.of(example.split(",")));
    }

    private static Object example(Parameter parameter, Schema schema, Words words) {
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().get(0);
        }
        if (is(schema, SchemaType.BOOLEAN)) {
            return true;
        }
        if (is(schema, SchemaType.INTEGER)) {
            return schema.getDefaultValue() == null
                    ? schema.getMinimum().intValue()
                    : Integer.valueOf(String.valueOf(schema.getDefaultValue()));
        }
        if ("date-time".equals(schema.getFormat())) {
            return TIME;
        }
        if (schema.getExamples() != null) {
            return schema.getExamples().get(0);
        }
        return words == null ? null : words.example();
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static void shared(OpenAPI document, Operation operation, Parameter parameter) {
        Operations.components(document).addParameter(parameter.getName(), parameter);
        operation.addParameter(OASFactory.createParameter().ref(parameter.getName()));
    }

    private static Parameter notChanged() {
        return header(
                        NOT_CHANGED,
                        "The `ETag` of a copy: where it is still right, the reply is `304` without a body",
                        "\"k3V9wq0tXcGm2bJkR1uQ8A\"")
                .schema(text().maxLength(LONGEST));
    }

    private static Parameter idempotencyKey() {
        return header(
                        Idempotent.HEADER,
                        """
                        A random text of the client's own for this request. Sent again within 24 hours by the same caller \
                        to the same address, it brings the first reply again and does nothing twice; with another body it \
                        is `422`, and `409` while the first request is still at work. A refused request is not remembered: \
                        sent again, it is judged anew.""",
                        "5f0c1a8e-2b7d-4a3f-9c56-1d2e3f4a5b6c")
                .schema(text().minLength(1).maxLength(LONGEST_KEY).pattern("^[ -~]+$"));
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .example(example);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
