package dev.byline.given.quick;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/**
 * What REST Assured does for every request of every test, and need not: it makes an HTTP client
 * with a connection of its own, and indents each body in case a test should fail.
 */
@SuppressWarnings("deprecation")
public final class QuickClient {

    // A reply that nobody reads keeps its connection.
    private static final int CONNECTIONS = 1_000;

    private static final PoolingClientConnectionManager POOL = new PoolingClientConnectionManager();

    static {
        POOL.setMaxTotal(CONNECTIONS);
        POOL.setDefaultMaxPerRoute(CONNECTIONS);
    }

    // Not one for all: REST Assured writes its settings into it with each request.
    private static final ThreadLocal<DefaultHttpClient> MINE =
            ThreadLocal.withInitial(() -> new DefaultHttpClient(POOL));

    private QuickClient() {}

    /** To be called before each test: Quarkus configures REST Assured anew. */
    public static void use() {
        RestAssuredConfig config = RestAssured.config();
        RestAssured.config =
                config.httpClient(config.getHttpClientConfig().httpClientFactory(MINE::get))
                        .logConfig(config.getLogConfig().enablePrettyPrinting(false));
    }
}
