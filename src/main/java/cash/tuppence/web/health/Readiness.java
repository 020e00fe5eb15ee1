package cash.tuppence.web.health;

/** Whether this node wants requests. It does not while it starts and while it drains. */
public final class Readiness {
    private volatile boolean ready;

    public void becomeReady() {
        ready = true;
    }

    public void drain() {
        ready = false;
    }

    public boolean isReady() {
        return ready;
    }
}
