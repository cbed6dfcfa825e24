import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The measure of all things: a Vert.x server that hands out the bytes and headers of two files, whatever is asked. */
public class Constant {

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        byte[] body = Files.readAllBytes(Path.of(args[1]));
        List<String> headers = Files.readAllLines(Path.of(args[2]));
        int threads = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(
                        () -> new Server(port, body, headers),
                        new DeploymentOptions().setInstances(threads))
                .onSuccess(ignored -> System.out.println("ready"));
    }

    private static class Server extends AbstractVerticle {

        private final int port;
        private final Buffer body;
        private final List<String> headers;

        Server(int port, byte[] body, List<String> headers) {
            this.port = port;
            this.body = Buffer.buffer(body);
            this.headers = headers;
        }

        @Override
        public void start() {
            vertx.createHttpServer()
                    .requestHandler(
                            request -> {
                                var reply = request.response();
                                for (String header : headers) {
                                    int colon = header.indexOf(':');
                                    reply.putHeader(header.substring(0, colon), header.substring(colon + 2));
                                }
                                reply.end(body);
                            })
                    .listen(port, "127.0.0.1");
        }
    }
}
