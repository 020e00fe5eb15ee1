package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.web.guard.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Offers as a form carries them: readable, and signed, so that no payer can write one. */
final class Offers {
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 9;

    private final Signer signer;

    /**
     * @param secretKey the server's {@code secret-key}
     */
    Offers(byte[] secretKey) {
        this.signer = new Signer(secretKey, "button offer");
    }

    /** As a hidden field. The reference stands last, so that nothing in it can end it. */
    String write(Offer offer) {
        String text = String.join(
                SEPARATOR,
                offer.checkout().text(),
                offer.button(),
                Integer.toString(offer.revision()),
                Long.toString(offer.price().units()),
                offer.price().asset().code(),
                Boolean.toString(offer.livemode()),
                Long.toString(offer.viewer()),
                Long.toString(offer.shownAt().getEpochSecond()),
                offer.reference());
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return body + "." + signer.sign(body);
    }

    /** Empty where we did not write it. */
    Optional<Offer> read(String field) {
        int dot = field.indexOf('.');
        if (dot < 0 || !isSigned(field.substring(0, dot), field.substring(dot + 1))) {
            return Optional.empty();
        }
        byte[] text = Base64.getUrlDecoder().decode(field.substring(0, dot));
        return Optional.of(parse(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, FIELDS)));
    }

    private boolean isSigned(String body, String signature) {
        return MessageDigest.isEqual(
                signer.sign(body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static Offer parse(String[] fields) {
        return new Offer(
                PublicId.parse(Checkout.PREFIX, fields[0]).orElseThrow(),
                fields[1],
                Integer.parseInt(fields[2]),
                Money.ofUnits(Long.parseLong(fields[3]), Asset.of(fields[4])),
                Boolean.parseBoolean(fields[5]),
                Long.parseLong(fields[6]),
                Instant.ofEpochSecond(Long.parseLong(fields[7])),
                fields[8]);
    }
}
