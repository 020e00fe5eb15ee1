package cash.tuppence.webhook.outgoing;

/**
 * What came of a request.
 *
 * @param status of HTTP, or 0 where no answer came
 * @param text the beginning of its body, for a person to read
 */
public record Answer(int status, Fault fault, String text, long tookMillis) {
    private static final int GONE = 410;

    static Answer none(Fault fault, long tookMillis) {
        return new Answer(0, fault, "", tookMillis);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The receiver wants to hear nothing more (Standard Webhooks: 410 disables the endpoint). */
    public boolean isGone() {
        return status == GONE;
    }
}
