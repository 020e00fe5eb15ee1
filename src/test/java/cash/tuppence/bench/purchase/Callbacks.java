package cash.tuppence.bench.purchase;

import cash.tuppence.bench.load.Nanos;
import cash.tuppence.webhook.signing.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What a shop does with callbacks: it verifies each and notes it, once. All but counting is for one thread alone. */
final class Callbacks {
    private static final String PAID_AT = "\"paid_at\":\"";
    private static final long PAUSE_NANOS = 200_000;

    private final SigningSecret secret;
    private final AtomicLong received = new AtomicLong();
    private final Set<String> seen = new HashSet<>();
    private Nanos latencies = new Nanos();

    Callbacks(SigningSecret secret) {
        this.secret = secret;
    }

    /** Takes one; anything that is wrong with it ends the benchmark. */
    void take(String id, String timestamp, String signature, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!secret.sign(id + "." + timestamp + "." + text).equals(signature)) {
            throw new IllegalStateException("a callback was signed wrongly");
        }
        if (seen.add(id)) {
            note(paidAt(text));
            received.incrementAndGet();
        }
    }

    private static Instant paidAt(String text) {
        int from = text.indexOf(PAID_AT) + PAID_AT.length();
        return Instant.parse(text.substring(from, text.indexOf('"', from)));
    }

    private synchronized void note(Instant paidAt) {
        latencies.add(ChronoUnit.NANOS.between(paidAt, Instant.now()));
    }

    long received() {
        return received.get();
    }

    /** From when each payment was decided, which is just before its commit, to its callback; then starts anew. */
    synchronized long[] takeLatencies() {
        long[] nanos = latencies.toArray();
        latencies = new Nanos();
        return nanos;
    }

    /** Whether so many came in that time. */
    boolean await(long count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (received() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return received() >= count;
    }
}
