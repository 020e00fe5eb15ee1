package cash.tuppence.checkout.docs;

/**
 * Whom the examples are of.
 *
 * @param shopUrl where the shop runs
 * @param testKey for play money, as {@code testRedirectSecret}
 * @param token of a person
 */
public record Example(
        String shopUrl,
        String key,
        String redirectSecret,
        String testKey,
        String testRedirectSecret,
        String callbackSecret,
        String token,
        String operatorToken) {
    /** Somebody: their developer puts their own values in. */
    public static final Example ANY = new Example(
            "https://shop.example", "sk_live_…", "whsec_…", "sk_test_…", "whsec_…", "whsec_…", "pat_…", "pat_…");
}
