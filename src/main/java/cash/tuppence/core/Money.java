package cash.tuppence.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact amount of one asset. It may be negative (an entry's leg); arithmetic that does not fit a {@code long} throws
 * {@link ArithmeticException}, and mixing assets throws {@link IllegalArgumentException}.
 *
 * @param units in the asset's scale: for USD a hundredth of a cent
 */
public record Money(long units, Asset asset) implements Comparable<Money> {
    /** ASCII digits on purpose: {@code \d} with other flags, and {@code Character.isDigit}, take ٣ for a three. */
    private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,15})(?:\\.([0-9]{1,9}))?");

    /** No single amount is larger, so that sums of many million of them still fit a {@code long}. */
    private static final long MOST_UNITS = 1_000_000_000_000_000L;

    public Money {
        Objects.requireNonNull(asset, "asset");
    }

    public static Money ofUnits(long units, Asset asset) {
        return new Money(units, asset);
    }

    /** So many of the smallest coin: cents, for USD. */
    public static Money ofMinor(long minor, Asset asset) {
        return new Money(Math.multiplyExact(minor, asset.unitsPerMinor()), asset);
    }

    public static Money zero(Asset asset) {
        return new Money(0, asset);
    }

    /**
     * What a person typed into a form: digits with an optional {@code .}, no finer than the smallest coin, more than zero.
     *
     * @throws Refusal with a reason that names what is wrong
     */
    public static Money parseMinor(String typed, Asset asset) {
        return parse(typed, asset, asset.exponent(), Reason.AMOUNT_TOO_FINE);
    }

    /**
     * What a program sent: as {@link #parseMinor}, but down to the asset's scale.
     *
     * @throws Refusal with a reason that names what is wrong
     */
    public static Money parse(String text, Asset asset) {
        return parse(text, asset, asset.scale(), Reason.AMOUNT_BELOW_SCALE);
    }

    private static Money parse(String text, Asset asset, int mostDigits, Reason tooFine) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new Refusal(Reason.AMOUNT_MISSING);
        }
        Matcher matcher = DECIMAL.matcher(trimmed);
        if (!matcher.matches()) {
            throw new Refusal(trimmed.startsWith("-") ? Reason.AMOUNT_NOT_POSITIVE : Reason.AMOUNT_NOT_A_NUMBER);
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        if (fraction.length() > mostDigits) {
            throw new Refusal(tooFine).with(mostDigits);
        }
        BigInteger units = new BigInteger(matcher.group(1) + fraction + "0".repeat(asset.scale() - fraction.length()));
        return positive(units, asset);
    }

    private static Money positive(BigInteger units, Asset asset) {
        if (units.signum() == 0) {
            throw new Refusal(Reason.AMOUNT_NOT_POSITIVE);
        }
        if (units.compareTo(BigInteger.valueOf(MOST_UNITS)) > 0) {
            throw new Refusal(Reason.AMOUNT_TOO_LARGE);
        }
        return new Money(units.longValueExact(), asset);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, sameAsset(other).units), asset);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, sameAsset(other).units), asset);
    }

    public Money negated() {
        return new Money(Math.negateExact(units), asset);
    }

    public Money abs() {
        return units < 0 ? negated() : this;
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isPositive() {
        return units > 0;
    }

    /** Rounded down (towards negative infinity) to whole smallest coins: what a page shows as a balance. */
    public Money floorToMinor() {
        return new Money(units - Math.floorMod(units, asset.unitsPerMinor()), asset);
    }

    /** Decimal text as the API prints it: at least the ISO exponent's digits, and as many of the scale's as are needed. */
    public String toDecimal() {
        BigDecimal exact = BigDecimal.valueOf(units, asset.scale());
        BigDecimal shortest = exact.stripTrailingZeros();
        return (shortest.scale() < asset.exponent() ? exact.setScale(asset.exponent()) : shortest).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, sameAsset(other).units);
    }

    private Money sameAsset(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("mixed assets: " + this + " and " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return toDecimal() + " " + asset.code();
    }
}
