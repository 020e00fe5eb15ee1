package cash.tuppence.bench.purchase;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes every connection, reads nothing and never answers: the kind of dead that holds a sender longest. */
final class Dead implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final List<Socket> taken = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::take, "bench-dead");

    Dead() throws IOException {
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/callback";
    }

    private void take() {
        try {
            while (true) {
                taken.add(server.accept());
            }
        } catch (IOException closed) {
            // That is how it ends.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }
}
