package cash.tuppence.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to the database that can be cut at the worst moment. */
public final class CutProxy implements AutoCloseable {
    /** Where the wire is cut, once it is armed. */
    public enum Cut {
        NEVER,
        /** The statements with the commit never arrive. */
        BEFORE_COMMIT,
        /** They arrive and are done, and the answer is lost. */
        AFTER_COMMIT
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<Cut> armed = new AtomicReference<>(Cut.NEVER);
    private final AtomicInteger cuts = new AtomicInteger();
    private final URI target;

    public CutProxy(TestDatabase database) throws IOException {
        target = URI.create(database.url().substring("jdbc:".length()));
        start(this::accept);
    }

    /** The same database by way of this wire. */
    public String url(TestDatabase database) {
        return database.url().replace(":" + target.getPort() + "/", ":" + server.getLocalPort() + "/");
    }

    /** Cuts once, at the next commit that passes. */
    public void cutNext(Cut cut) {
        armed.set(cut);
    }

    /** How often it was cut. */
    public int cuts() {
        return cuts.get();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            start(() -> connect(client));
        }
    }

    /** Where the database is away, the client's connection is closed, as nobody would have taken it. */
    private void connect(Socket client) throws IOException {
        try {
            Socket database = new Socket(target.getHost(), target.getPort());
            AtomicReference<Cut> cut = new AtomicReference<>(Cut.NEVER);
            start(() -> upstream(client, database, cut));
            start(() -> downstream(client, database, cut));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void upstream(Socket client, Socket database, AtomicReference<Cut> cut) throws IOException {
        try (client;
                database) {
            InputStream in = client.getInputStream();
            OutputStream out = database.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("; commit")) {
                    cut.set(armed.getAndSet(Cut.NEVER));
                }
                if (cut.get() == Cut.BEFORE_COMMIT) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void downstream(Socket client, Socket database, AtomicReference<Cut> cut) throws IOException {
        try (client;
                database) {
            InputStream in = database.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (cut.get() == Cut.AFTER_COMMIT) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void start(Piece piece) {
        Thread thread = new Thread(() -> {
            try {
                piece.run();
            } catch (IOException e) {
                // Either end closed its socket, which ends this wire too: what it is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private interface Piece {
        void run() throws IOException;
    }
}
