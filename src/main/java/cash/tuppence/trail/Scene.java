package cash.tuppence.trail;

/**
 * Who is at work on this thread, and from where. Whoever lets somebody in sets it, so that what is done below needs not be
 * told, and cannot forget to say.
 *
 * @param address from where; empty for what runs by itself
 * @param requestId by which the log names the same request; may be empty
 */
public record Scene(Actor actor, String address, String requestId) {
    private static final Scene BY_ITSELF = new Scene(Actor.SYSTEM, "", "");
    private static final int LONGEST_ADDRESS = 60;
    private static final ThreadLocal<Scene> CURRENT = ThreadLocal.withInitial(() -> BY_ITSELF);

    public Scene {
        address = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    public static Scene current() {
        return CURRENT.get();
    }

    /** The same place, once it is known who is there. */
    public Scene with(Actor known) {
        return new Scene(known, address, requestId);
    }

    /** From here on, on this thread, until {@link #leave}. */
    public void enter() {
        CURRENT.set(this);
    }

    public static void leave() {
        CURRENT.remove();
    }
}
