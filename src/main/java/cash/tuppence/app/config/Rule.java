package cash.tuppence.app.config;

import cash.tuppence.mail.smtp.SmtpCarrier;
import cash.tuppence.mail.smtp.SmtpUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a value must be; says in words what is wrong with one that is not. */
@FunctionalInterface
interface Rule {

    int SECRET_KEY_BYTES = 32;

    Optional<String> fault(String value);

    static Rule anyText() {
        return value -> Optional.empty();
    }

    static Rule number(long from, long to) {
        return matching(value -> isWholeNumber(value, from, to), "must be a whole number from " + from + " to " + to);
    }

    static Rule flag() {
        return matching(List.of("true", "false")::contains, "must be true or false");
    }

    static Rule scale() {
        return matching(value -> value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?"), "must be a number, 0 or more");
    }

    static Rule contextPath() {
        return matching(
                value -> value.matches("(/[A-Za-z0-9._~-]+)*"),
                "must be empty or begin with a / and not end with one, such as /cash");
    }

    static Rule baseUrl() {
        return matching(Rule::isBaseUrl, "must be such as https://cash.example.org, without a query");
    }

    static Rule url(String... schemes) {
        return matching(
                value -> isUrl(value, List.of(schemes)),
                "must be a URL that begins with " + String.join(" or ", schemes));
    }

    static Rule smtpUrl() {
        return value -> saidBy(() -> SmtpUrl.of(URI.create(value)));
    }

    /** Whom mail is from. */
    static Rule sender() {
        return value -> saidBy(() -> SmtpCarrier.sender(value));
    }

    /** Without the value itself, in which a password may stand. */
    private static Optional<String> saidBy(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            boolean isOurs = !(e.getCause() instanceof URISyntaxException);
            return Optional.of(isOurs ? e.getMessage() : "must be a URL; write what is odd in a password as %XX");
        }
    }

    static Rule secretKey() {
        return matching(Rule::isSecretKey, "must be " + SECRET_KEY_BYTES + " bytes in base64");
    }

    private static Rule matching(Predicate<String> right, String otherwise) {
        return value -> right.test(value) ? Optional.empty() : Optional.of(otherwise);
    }

    private static boolean isWholeNumber(String value, long from, long to) {
        if (!value.matches("[0-9]{1,18}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return from <= number && number <= to;
    }

    private static boolean isBaseUrl(String value) {
        return parse(value)
                .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .isPresent();
    }

    private static boolean isUrl(String value, List<String> schemes) {
        return schemes.stream().anyMatch(value::startsWith) && parse(value).isPresent();
    }

    private static Optional<URI> parse(String value) {
        try {
            return Optional.of(new URI(value));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecretKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == SECRET_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
