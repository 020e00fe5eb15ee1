package cash.tuppence.app;

import cash.tuppence.outbox.FanOut;
import cash.tuppence.outbox.Jobs;

/** Has events handed over after a commit. The ledger needs it before there are jobs, which in turn need the ledger. */
final class Waker implements Runnable {
    private volatile Runnable wake = () -> {};

    void wakes(Jobs jobs) {
        wake = () -> jobs.wake(FanOut.NAME);
    }

    @Override
    public void run() {
        wake.run();
    }
}
