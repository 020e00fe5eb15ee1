package cash.tuppence.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All that can be set. Without a default a setting may be left out. */
@SuppressWarnings("ImmutableEnumChecker") // a rule is a lambda that holds constants only
public enum Setting {
    HTTP_PORT("http.port", "8080", Rule.number(0, 65_535), "the port to listen on; 0 takes a free one"),
    HTTP_CONTEXT_PATH("http.context-path", "", Rule.contextPath(), "the path that all pages are below, such as /cash"),
    HTTP_THREADS("http.threads", "48", Rule.number(4, 1_000), "threads that answer requests (JDK 17)"),
    HTTP_STOP_TIMEOUT_SECONDS(
            "http.stop-timeout-seconds", "30", Rule.number(0, 3_600), "how long a stop waits for requests under way"),
    BASE_URL("base-url", null, Rule.baseUrl(), "how the world reaches this server; without it, only this machine does"),
    TRUSTED_PROXIES("trusted-proxies", null, Rule.anyText(), "addresses whose X-Forwarded-For counts, with commas"),
    DB_URL("db.url", null, Rule.url("jdbc:mariadb:"), "the database; without it, the embedded one"),
    DB_USER("db.user", null, Rule.anyText(), "its user"),
    DB_PASSWORD("db.password", null, Rule.anyText(), "its password"),
    DB_POOL_SIZE("db.pool-size", "16", Rule.number(2, 500), "connections kept to it"),
    DB_CACHE_MEGABYTES(
            "db.cache-megabytes",
            null,
            Rule.number(64, 1_000_000),
            "memory for the embedded database's pages; without it, a quarter of this machine's (256 to 8192)"),
    DB_BINARIES("db.binaries", null, Rule.anyText(), "the folder of the embedded MariaDB's programs"),
    LEDGER_MOST_QUEUED(
            "ledger.most-queued",
            "20000",
            Rule.number(1, 1_000_000),
            "postings that may wait; past it callers get 503"),
    LEDGER_DEADLINE_SECONDS(
            "ledger.deadline-seconds",
            "30",
            Rule.number(1, 50),
            "how long a posting is tried while the database is away"),
    DATA_DIR("data-dir", ".data", Rule.anyText(), "the folder of the embedded database and of what is made once"),
    SECRET_KEY("secret-key", null, Rule.secretKey(), "what stored secrets are encrypted with"),
    SMTP_URL("smtp.url", null, Rule.smtpUrl(), "the mail server; without it, mails are kept (the demo shows them)"),
    MAIL_FROM("mail.from", null, Rule.sender(), "the sender of mail; without it, no-reply at the host of base-url"),
    WEBHOOK_ALLOW_PRIVATE_ADDRESSES(
            "webhook.allow-private-addresses", "false", Rule.flag(), "whether callbacks may go to private addresses"),
    SESSION_TIMEOUT_MINUTES(
            "session.timeout-minutes", "720", Rule.number(1, 525_600), "how long an idle visitor stays signed in"),
    SESSION_LONGEST_DAYS(
            "session.longest-days", "30", Rule.number(1, 365), "how long one stays signed in, however much one does"),
    SESSION_REMEMBER_DAYS(
            "session.remember-days",
            "60",
            Rule.number(1, 365),
            "how long a device is remembered where its owner asked for it"),
    RATE_LIMITS_SCALE("rate-limits.scale", "1", Rule.scale(), "larger is looser, 0 is off"),
    DEMO_SHOP_URL("demo.shop-url", "http://127.0.0.1:8081", Rule.baseUrl(), "where the demo's shop runs"),
    /** Made by the command {@code demo} alone, never read from a file or the environment. */
    DEMO("demo", "false", Rule.flag(), "whether the demo's people and shops are there");

    private static final String CONTEXT_PREFIX = "tuppence.";

    private final String key;
    private final Optional<String> defaultValue;
    private final Rule rule;
    private final String description;

    Setting(String key, String defaultValue, Rule rule, String description) {
        this.key = key;
        this.defaultValue = Optional.ofNullable(defaultValue);
        this.rule = rule;
        this.description = description;
    }

    /** Those that an operator may set. */
    public static Stream<Setting> open() {
        return Stream.of(values()).filter(setting -> setting != DEMO);
    }

    public String key() {
        return key;
    }

    public String description() {
        return description;
    }

    Optional<String> defaultValue() {
        return defaultValue;
    }

    Rule rule() {
        return rule;
    }

    String environmentName() {
        return "TUPPENCE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The name of the servlet context's parameter. */
    public String contextName() {
        return CONTEXT_PREFIX + key;
    }

    /** The value as it may be printed. */
    String masked(String value) {
        return switch (this) {
            case DB_PASSWORD, SECRET_KEY -> "********";
            // Both may carry a password: before the @ of the host, or as a parameter.
            case SMTP_URL, DB_URL ->
                value.replaceAll("//[^/@]*@", "//********@").replaceAll("(?i)(password=)[^&]*", "$1********");
            default -> value;
        };
    }
}
