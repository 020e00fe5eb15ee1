package cash.tuppence.checkout.docs;

/**
 * Whom the examples are of.
 *
 * @param shopUrl where the shop runs
 * @param token of a person
 */
public record Example(
        String shopUrl, String key, String redirectSecret, String callbackSecret, String token, String operatorToken) {
    /** Somebody: their developer puts their own values in. */
    public static final Example ANY =
            new Example("https://shop.example", "sk_live_…", "whsec_…", "whsec_…", "pat_…", "pat_…");
}
