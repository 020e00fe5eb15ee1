package cash.tuppence.core;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A kind of cash at a fixed scale: its ISO 4217 exponent + 2, so that one second of the classic web-monetisation rate
 * is one unit. {@code XTS}, the code ISO 4217 reserves for testing, is play money and is shown like USD.
 *
 * @param code the ISO 4217 code, such as {@code USD}
 * @param exponent how many decimal digits the smallest coin has
 */
public record Asset(String code, int exponent) {
    private static final int DIGITS_BELOW_THE_SMALLEST_COIN = 2;
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    public static final Asset USD = of("USD");
    public static final Asset XTS = of("XTS");

    /** The asset of that ISO 4217 code, or empty where there is none, or it has no smallest coin (gold, say). */
    public static Optional<Asset> find(String code) {
        Asset known = KNOWN.get(code);
        return known != null ? Optional.of(known) : fromIso(code);
    }

    /**
     * The asset of that ISO 4217 code.
     *
     * @throws IllegalArgumentException where there is none; for codes that people type, use {@link #find}
     */
    public static Asset of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such asset: " + code));
    }

    /** How many decimal digits one unit of {@link Money} has. */
    public int scale() {
        return exponent + DIGITS_BELOW_THE_SMALLEST_COIN;
    }

    /** Units in one smallest coin: a hundred. */
    public long unitsPerMinor() {
        return 100;
    }

    public boolean isPlayMoney() {
        return code.equals("XTS");
    }

    private static Optional<Asset> fromIso(String code) {
        if (code.equals("XTS")) {
            return Optional.of(remember(new Asset("XTS", 2)));
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0)
                .findFirst()
                .map(currency -> remember(new Asset(code, currency.getDefaultFractionDigits())));
    }

    private static Asset remember(Asset asset) {
        KNOWN.put(asset.code, asset);
        return asset;
    }

    @Override
    public String toString() {
        return code;
    }
}
