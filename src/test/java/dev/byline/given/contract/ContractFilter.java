package dev.byline.given.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares every request and reply of every test with the document that it belongs to. */
public final class ContractFilter implements Filter {

    private static final String NEWSROOM = "/openapi/newsroom";
    private static final String CONTENT = "/openapi/content";
    private static final String URI = "dev.byline.uri";

    private static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification spec,
            FilterContext context) {
        Response reply = context.next(request, spec);
        Exchange exchange = Exchange.of(request, uri(request, context), reply);
        boolean ours =
                exchange.path().startsWith("/v1/") || exchange.path().startsWith("/problems");
        if (ours && !exchange.method().equals("OPTIONS")) {
            boolean newsroom = exchange.path().startsWith("/v1/newsroom/");
            assertThat(Judge.flaws(document(newsroom ? NEWSROOM : CONTENT), exchange))
                    .as(() -> "against the document: " + exchange.what())
                    .isEmpty();
        }
        return reply;
    }

    /** The address of the request, which REST Assured makes anew whenever it is asked. */
    public static String uri(FilterableRequestSpecification request, FilterContext context) {
        if (!context.hasValue(URI)) {
            context.setValue(URI, request.getURI());
        }
        return context.getValue(URI);
    }

    /** The document that the running server gives, read once. */
    public static Document document(String address) {
        return DOCUMENTS.computeIfAbsent(
                address,
                path ->
                        Document.parse(
                                given().noFilters()
                                        .queryParam("format", "json")
                                        .get(path)
                                        .asString()));
    }
}
