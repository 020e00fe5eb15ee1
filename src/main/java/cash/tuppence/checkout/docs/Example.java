package cash.tuppence.checkout.docs;

/**
 * The shop that the guide's examples are of.
 *
 * @param shopUrl where it runs
 */
public record Example(String shopUrl, String key, String redirectSecret, String callbackSecret) {
    /** Somebody's shop: its developer puts their own values in. */
    public static final Example ANY = new Example("https://shop.example", "sk_live_…", "whsec_…", "whsec_…");
}
