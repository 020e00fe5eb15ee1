package cash.tuppence.web;

import cash.tuppence.core.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Cash and times as the reader is used to seeing them. */
public final class Formats {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Formats() {}

    /** The reader's locale. Without a wish of theirs it is ours, never the machine's. */
    public static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.US : request.getLocale();
    }

    /** Exactly the amount: the currency's usual digits, and more only where there is something to show. */
    public static String money(Money money, Locale reader) {
        NumberFormat format = NumberFormat.getCurrencyInstance(reader);
        format.setCurrency(Currency.getInstance(money.asset().code()));
        format.setMinimumFractionDigits(money.asset().exponent());
        format.setMaximumFractionDigits(money.asset().scale());
        if (format instanceof DecimalFormat decimal) {
            partCodeFromDigits(decimal, money.asset().code());
        }
        return format.format(BigDecimal.valueOf(money.units(), money.asset().scale()));
    }

    /** A currency without a sign of its own is written by its code, which needs room before the digits: XTS 1.00. */
    private static void partCodeFromDigits(DecimalFormat format, String code) {
        if (format.getPositivePrefix().endsWith(code)) {
            format.setPositivePrefix(format.getPositivePrefix() + NO_BREAK_SPACE);
            format.setNegativePrefix(format.getNegativePrefix() + NO_BREAK_SPACE);
        }
    }

    /** To the minute, in UTC, and says so. */
    public static String when(Instant instant, Locale reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(reader)
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }
}
