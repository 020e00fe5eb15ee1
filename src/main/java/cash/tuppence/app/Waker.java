package cash.tuppence.app;

import cash.tuppence.outbox.Jobs;

/** Has a job run after a commit. Features need it before there are jobs, which in turn need the features. */
final class Waker implements Runnable {
    private final String jobName;
    private volatile Runnable wake = () -> {};

    Waker(String jobName) {
        this.jobName = jobName;
    }

    void wakes(Jobs jobs) {
        wake = () -> jobs.wake(jobName);
    }

    @Override
    public void run() {
        wake.run();
    }
}
