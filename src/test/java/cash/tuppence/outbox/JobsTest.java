package cash.tuppence.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore ran = new Semaphore(0);

    @Test
    void aJobRunsByItsPeriod() throws InterruptedException {
        try (Jobs jobs = jobs(1, job("tick", Duration.ofMillis(5), () -> false))) {
            jobs.start();
            awaitRuns(3);
        }
    }

    @Test
    void aWokenJobRunsAtOnce() throws InterruptedException {
        try (Jobs jobs = jobs(1, job("tick", NEVER, () -> false))) {
            jobs.start();
            awaitRuns(1);
            jobs.wake("tick");
            awaitRuns(1);
        }
    }

    @Test
    void wakingAJobWhileItRunsMakesItRunOnceMoreAndNotAtTheSameTime() throws InterruptedException {
        Semaphore entered = new Semaphore(0);
        Semaphore mayLeave = new Semaphore(0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        BooleanSupplier slow = () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            entered.release();
            mayLeave.acquireUninterruptibly();
            inside.decrementAndGet();
            return false;
        };
        try (Jobs jobs = jobs(2, job("slow", NEVER, slow))) {
            jobs.start();
            entered.acquire();
            jobs.wake("slow");
            jobs.wake("slow");
            mayLeave.release(2);
            awaitRuns(2);
        }
        assertThat(entered.availablePermits()).isEqualTo(1);
        assertThat(most).hasValue(1);
    }

    @Test
    void aJobGoesOnWhileThereIsMore() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(4);
        try (Jobs jobs = jobs(1, job("many", NEVER, () -> left.decrementAndGet() > 0))) {
            jobs.start();
            awaitRuns(4);
        }
        assertThat(left).hasValue(0);
    }

    @Test
    void aJobThatFailsRunsAgain() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        BooleanSupplier failing = () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time it fails, as it should in this test");
            }
            return false;
        };
        try (Jobs jobs = jobs(1, job("moody", Duration.ofMillis(5), failing))) {
            jobs.start();
            awaitRuns(2);
        }
    }

    @Test
    void aJobThatRestsDoesTogetherWhatItIsWokenForMeanwhile() throws InterruptedException {
        Job resting = new Resting(job("resting", NEVER, () -> false), Duration.ofMillis(200));
        try (Jobs jobs = jobs(1, resting)) {
            jobs.wake("resting");
            awaitRuns(1);
            for (int i = 0; i < 5; i++) {
                jobs.wake("resting");
            }
            awaitRuns(1);
        }
        assertThat(ran.availablePermits()).isZero();
    }

    @Test
    void byHandAJobRunsToItsEndOnTheCallersThread() {
        AtomicInteger left = new AtomicInteger(3);
        try (Jobs jobs = jobs(1, job("many", NEVER, () -> left.decrementAndGet() > 0))) {
            assertThat(jobs.names()).containsExactly("many");
            assertThat(jobs.run("many")).isTrue();
            assertThat(jobs.run("none")).isFalse();
        }
        assertThat(left).hasValue(0);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndStartsNothingMore() throws InterruptedException {
        Semaphore entered = new Semaphore(0);
        Semaphore mayLeave = new Semaphore(0);
        Jobs jobs = jobs(1, job("endless", NEVER, () -> {
            entered.release();
            mayLeave.acquireUninterruptibly();
            return true;
        }));
        jobs.start();
        entered.acquire();
        Thread closer = new Thread(jobs::close);
        closer.start();
        awaitWaiting(closer);
        assertThat(ran.availablePermits()).isZero();

        mayLeave.release(1_000);
        closer.join();
        int runsAtClose = ran.availablePermits();
        jobs.wake("endless");

        assertThat(runsAtClose).isEqualTo(1);
        assertThat(entered.availablePermits()).isZero();
    }

    @Test
    void twoJobsOfOneNameAreRefused() {
        try (Jobs jobs = jobs(1, job("twin", NEVER, () -> false))) {
            assertThatThrownBy(() -> jobs.add(job("twin", NEVER, () -> false))).hasMessageContaining("twin");
        }
    }

    private record Resting(Job job, Duration rest) implements Job {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public Duration every() {
            return job.every();
        }

        @Override
        public boolean work() {
            return job.work();
        }
    }

    private static Jobs jobs(int threads, Job job) {
        Jobs jobs = new Jobs(threads);
        jobs.add(job);
        return jobs;
    }

    private void awaitRuns(int count) throws InterruptedException {
        assertThat(ran.tryAcquire(count, 10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private Job job(String name, Duration every, BooleanSupplier work) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public boolean work() {
                try {
                    return work.getAsBoolean();
                } finally {
                    ran.release();
                }
            }
        };
    }
}
