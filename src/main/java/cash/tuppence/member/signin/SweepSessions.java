package cash.tuppence.member.signin;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Removes sessions that are over, and devices that were remembered for long enough. They admit nobody any more; this only keeps the table small. */
public final class SweepSessions implements Job {
    private final SignIn signIn;

    public SweepSessions(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "sweep-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        signIn.sweep();
        return false;
    }
}
