package cash.tuppence.member.passkey;

import cash.tuppence.outbox.Job;
import java.time.Duration;

/** Removes challenges that are too old to be answered. They are refused already; this only keeps the table small. */
public final class SweepChallenges implements Job {
    private final Passkeys passkeys;

    public SweepChallenges(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String name() {
        return "sweep-challenges";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        passkeys.sweep();
        return false;
    }
}
