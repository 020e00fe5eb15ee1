package cash.tuppence.app.launch;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Counts the requests under way. While draining it asks every kept-alive connection to close with its answer, so that clients
 * move on and none of them finds its connection cut in the middle of a request.
 */
final class Drain extends ValveBase {

    private int underWay;
    private long lastRequestNanos = System.nanoTime();
    private volatile boolean draining;

    Drain() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        enter();
        try {
            if (draining) {
                response.setHeader("Connection", "close");
            }
            getNext().invoke(request, response);
        } finally {
            if (request.isAsync()) {
                // Its answer comes later, by way of another thread.
                request.getAsyncContext().addListener(new End());
            } else {
                leave();
            }
        }
    }

    private final class End implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    private synchronized void enter() {
        underWay++;
    }

    private synchronized void leave() {
        underWay--;
        lastRequestNanos = System.nanoTime();
        notifyAll();
    }

    /**
     * Returns once nothing was asked for as long as {@code quiet} and nothing is under way, or when the time is over.
     *
     * @return whether all requests were answered
     */
    synchronized boolean drain(Duration quiet, Duration atMost) throws InterruptedException {
        draining = true;
        long startedNanos = System.nanoTime();
        lastRequestNanos = startedNanos;
        while (System.nanoTime() - startedNanos < atMost.toNanos()) {
            long quietNanos = System.nanoTime() - lastRequestNanos;
            if (underWay == 0 && quietNanos >= quiet.toNanos()) {
                return true;
            }
            wait(quiet.toMillis());
        }
        return underWay == 0;
    }
}
