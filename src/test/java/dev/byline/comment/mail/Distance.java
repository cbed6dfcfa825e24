package dev.byline.comment.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a mail server, which takes a while as real ones do. The client of Vert.x 4.5 begins to
 * read after it has connected: of a hundred greetings that were there at once it lost one, whole or
 * in part, and then waited for it.
 */
final class Distance implements AutoCloseable {

    private static final int MILLIS = 50;

    private final ServerSocket here;
    private final Thread acceptor;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Distance(int from, int to) {
        try {
            here = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = start(() -> accept(to));
    }

    private void accept(int to) throws IOException {
        while (true) {
            Socket client = here.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(client);
            open.add(server);
            start(() -> pass(client, server, 0));
            start(() -> pass(server, client, MILLIS));
        }
    }

    private static void pass(Socket from, Socket to, int later)
            throws IOException, InterruptedException {
        try (from;
                to) {
            Thread.sleep(later);
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Thread start(Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException | InterruptedException e) {
                                // One end hung up.
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            here.close();
            acceptor.join(); // only then is the port free
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
