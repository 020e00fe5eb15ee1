package cash.tuppence.checkout.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.web.guard.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Lets a page that somebody opened before it was paid notice that it was paid on another device. What proves that it
 * was open there then is a signature in the page: whoever gets the link later is not led into somebody else's order.
 */
public final class Watch {
    static final String SEEN = "seen";

    private final Signer signer;

    public Watch(byte[] secretKey) {
        this.signer = new Signer(secretKey, "payment page that was open");
    }

    /** Where the page asks how things stand. */
    String statePath(Checkout checkout) {
        return checkout.path() + "/state?" + SEEN + "=" + proof(checkout);
    }

    /** The same page, for whoever has no script to ask. */
    String againPath(Checkout checkout) {
        return checkout.path() + "?" + SEEN + "=" + proof(checkout);
    }

    boolean hasSeen(Checkout checkout, String proof) {
        return MessageDigest.isEqual(
                proof(checkout).getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.UTF_8));
    }

    private String proof(Checkout checkout) {
        return signer.sign(checkout.id().text());
    }
}
