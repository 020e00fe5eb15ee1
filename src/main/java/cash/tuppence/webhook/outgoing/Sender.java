package cash.tuppence.webhook.outgoing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Posts to servers that strangers run. Follows no redirect, and keeps connections open for the next. Repeats only what
 * found such a connection closed when it was sent.
 */
public final class Sender implements AutoCloseable {
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private final CloseableHttpClient client;
    private final Duration deadline;
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "tuppence-webhook-deadline"));

    public Sender(AllowedAddresses allowed, Limits limits) {
        this(new CheckedNames(allowed), limits);
    }

    Sender(CheckedNames names, Limits limits) {
        client = Clients.cautious(names, limits);
        deadline = limits.whole();
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Posts that JSON and returns what came of it; blocks no longer than the limits say. */
    public Answer post(URI url, Map<String, String> headers, byte[] json) {
        long start = System.nanoTime();
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        // The client's own timeouts are for each read, so a server that drips bytes could hold us for ever.
        Future<?> end = watch.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(execute(request), start);
        } catch (IOException e) {
            return Answer.none(request.isCancelled() ? Fault.TIMED_OUT : fault(e), millisSince(start));
        } finally {
            end.cancel(false);
            // Nothing is left to cancel of an answer that was read to its end; the connection of any other is given up.
            request.cancel();
        }
    }

    /** A receiver may close a connection at the moment we use it again; that is no failure of its own to answer. */
    private ClassicHttpResponse execute(HttpPost request) throws IOException {
        while (true) {
            HttpClientContext connection = HttpClientContext.create();
            try {
                return client.executeOpen(null, request, connection);
            } catch (NoHttpResponseException | SocketException e) {
                if (request.isCancelled() || !hasAnsweredBefore(connection)) {
                    throw e;
                }
            }
        }
    }

    private static boolean hasAnsweredBefore(HttpClientContext connection) {
        EndpointDetails details = connection.getEndpointDetails();
        return details != null && details.getResponseCount() > 0;
    }

    private static Answer read(ClassicHttpResponse response, long startNanos) throws IOException {
        if (response.getCode() < FIRST_STATUS || response.getCode() > LAST_STATUS) {
            return Answer.none(Fault.BROKEN_OFF, millisSince(startNanos));
        }
        String text = AnswerText.read(response);
        return new Answer(response.getCode(), Fault.NONE, text, millisSince(startNanos));
    }

    private static Fault fault(IOException failure) {
        if (failure instanceof CheckedNames.AddressRefused) {
            return Fault.ADDRESS_REFUSED;
        }
        if (failure instanceof UnknownHostException) {
            return Fault.NAME_UNKNOWN;
        }
        if (failure instanceof SSLException) {
            return Fault.NOT_TRUSTED;
        }
        if (failure instanceof InterruptedIOException) {
            return Fault.TIMED_OUT;
        }
        return failure instanceof java.net.ConnectException ? Fault.NOT_CONNECTED : Fault.BROKEN_OFF;
    }

    private static long millisSince(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    /** Breaks off what is still under way. */
    @Override
    public void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
