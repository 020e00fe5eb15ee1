package cash.tuppence.bench.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A shop's server, as small as can be, since it shares the machine with what is measured: one thread, kept-alive
 * connections, nothing but POSTs with a {@code Content-Length}.
 */
final class Receiver implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 64 * 1024;

    private final Callbacks callbacks;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Thread thread = new Thread(this::work, "bench-shop");

    Receiver(Callbacks callbacks) throws IOException {
        this.callbacks = callbacks;
        selector = Selector.open();
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        thread.start();
    }

    String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/callback";
    }

    private void work() {
        try {
            while (server.isOpen()) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        SocketChannel client = server.accept();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false).register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST));
    }

    private void read(SocketChannel client, ByteBuffer buffer) throws IOException {
        if (!isOpen(client, buffer)) {
            client.close();
            return;
        }
        Optional<Request> request = Request.in(buffer);
        if (request.isPresent()) {
            Request one = request.get();
            callbacks.take(
                    one.header("webhook-id"),
                    one.header("webhook-timestamp"),
                    one.header("webhook-signature"),
                    one.body());
            buffer.clear();
            client.write(ByteBuffer.wrap(OK));
        }
    }

    /** A sender that closes may well reset: what it was answered is read. */
    private static boolean isOpen(SocketChannel client, ByteBuffer buffer) {
        try {
            return client.read(buffer) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }

    /** A request that came whole; the sender waits for the answer, so nothing follows it. */
    private record Request(String head, byte[] body) {
        static Optional<Request> in(ByteBuffer buffer) {
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return Optional.empty();
            }
            Request request = new Request(text.substring(0, end + 2), new byte[0]);
            int length = Integer.parseInt(request.header("content-length"));
            if (buffer.position() < end + 4 + length) {
                return Optional.empty();
            }
            return Optional.of(new Request(
                    request.head, text.substring(end + 4, end + 4 + length).getBytes(StandardCharsets.ISO_8859_1)));
        }

        String header(String name) {
            int start = head.toLowerCase(java.util.Locale.ROOT).indexOf("\r\n" + name + ":");
            int from = start + name.length() + 3;
            return head.substring(from, head.indexOf("\r\n", from)).strip();
        }
    }
}
