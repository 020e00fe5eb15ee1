package cash.tuppence.app.config;

import cash.tuppence.app.CannotStart;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The effective settings. Immutable. An empty text counts as not set, except where it is the default. */
public final class Settings {

    private final Map<Setting, Value> values;
    private final List<String> fileFaults;

    private Settings(Map<Setting, Value> values, List<String> fileFaults) {
        this.values = values;
        this.fileFaults = fileFaults;
    }

    /** Reads all layers; what is wrong with them is for {@link #faults()} to say. */
    public static Settings read(SettingsSources sources) {
        SettingsFile file = SettingsFile.read(sources);
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.defaultValue().ifPresent(text -> values.put(setting, new Value(text, Layer.DEFAULT)));
        }
        Setting.open().forEach(setting -> {
            put(values, setting, file.entries().get(setting.key()), Layer.FILE);
            put(values, setting, sources.environment().get(setting.environmentName()), Layer.ENVIRONMENT);
            put(values, setting, sources.commandLine().get(setting.key()), Layer.COMMAND_LINE);
        });
        for (Setting setting : Setting.values()) {
            put(values, setting, sources.context().get(setting.key()), Layer.CONTEXT);
        }
        return new Settings(values, file.faults());
    }

    private static void put(Map<Setting, Value> values, Setting setting, String text, Layer layer) {
        if (text != null && !text.isBlank()) {
            values.put(setting, new Value(text.strip(), layer));
        }
    }

    /** These settings with one changed. */
    public Settings with(Setting setting, String text) {
        Map<Setting, Value> changed = new EnumMap<>(values);
        changed.put(setting, new Value(text, Layer.CONTEXT));
        return new Settings(changed, fileFaults);
    }

    /** Every fault, one line each; empty if the program can run with these. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(fileFaults);
        values.forEach((setting, value) -> setting.rule()
                .fault(value.text())
                .ifPresent(fault -> faults.add(setting.key() + ": " + fault + " (" + value.layer() + ")")));
        if (databaseUrl().isPresent() && find(Setting.SECRET_KEY).isEmpty()) {
            faults.add("secret-key: is needed with db.url; make one with: openssl rand -base64 32");
        }
        return faults;
    }

    /**
     * These settings, if nothing is wrong with them.
     *
     * @throws CannotStart with all faults
     */
    public Settings checked() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new CannotStart("The settings have faults: " + String.join("; ", faults));
        }
        return this;
    }

    /** One line for each setting: its name, value and layer; secrets are masked. */
    public List<String> lines() {
        return Setting.open().map(this::line).toList();
    }

    private String line(Setting setting) {
        String shown = Optional.ofNullable(values.get(setting))
                .map(value -> setting.masked(value.text()) + "  (" + value.layer() + ")")
                .orElse("  (not set)");
        return setting.key() + " = " + shown;
    }

    /** All that is not a default, by the names of a servlet context's parameters. */
    public Map<String, String> contextParameters() {
        Map<String, String> parameters = new TreeMap<>();
        values.forEach((setting, value) -> {
            if (value.layer() != Layer.DEFAULT) {
                parameters.put(setting.contextName(), value.text());
            }
        });
        return parameters;
    }

    public int httpPort() {
        return number(Setting.HTTP_PORT);
    }

    /** Empty at the root, else such as {@code /cash}. */
    public String contextPath() {
        return text(Setting.HTTP_CONTEXT_PATH);
    }

    public int httpThreads() {
        return number(Setting.HTTP_THREADS);
    }

    public int stopTimeoutSeconds() {
        return number(Setting.HTTP_STOP_TIMEOUT_SECONDS);
    }

    /** Whether the operator said how the world reaches this server. */
    public boolean isPublic() {
        return find(Setting.BASE_URL).isPresent();
    }

    /** What every absolute URL begins with, without a slash at its end; this machine's own where none is set. */
    public URI baseUrl() {
        String url = find(Setting.BASE_URL).orElseGet(() -> "http://localhost:" + httpPort() + contextPath());
        return URI.create(url.replaceAll("/+$", ""));
    }

    public List<String> trustedProxies() {
        return find(Setting.TRUSTED_PROXIES)
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of());
    }

    public Optional<String> databaseUrl() {
        return find(Setting.DB_URL);
    }

    /** Empty text where none is set. */
    public String databaseUser() {
        return find(Setting.DB_USER).orElse("");
    }

    /** Empty text where none is set. */
    public String databasePassword() {
        return find(Setting.DB_PASSWORD).orElse("");
    }

    public int databasePoolSize() {
        return number(Setting.DB_POOL_SIZE);
    }

    /** For the embedded one's pages; empty where it goes by the machine. */
    public Optional<Integer> databaseCacheMegabytes() {
        return find(Setting.DB_CACHE_MEGABYTES).map(Integer::valueOf);
    }

    public int ledgerMostQueued() {
        return number(Setting.LEDGER_MOST_QUEUED);
    }

    public Duration ledgerDeadline() {
        return Duration.ofSeconds(number(Setting.LEDGER_DEADLINE_SECONDS));
    }

    public Optional<Path> databaseBinaries() {
        return find(Setting.DB_BINARIES).map(Path::of);
    }

    public Path dataDir() {
        return Path.of(text(Setting.DATA_DIR)).toAbsolutePath().normalize();
    }

    /** The 32 bytes; empty where they have still to be read from, or made in, the data folder. */
    public Optional<byte[]> secretKey() {
        return find(Setting.SECRET_KEY).map(Base64.getDecoder()::decode);
    }

    public Optional<URI> smtpUrl() {
        return find(Setting.SMTP_URL).map(URI::create);
    }

    /** Such as {@code Tuppence <cash@example.org>}. */
    public String mailFrom() {
        return find(Setting.MAIL_FROM)
                .orElseGet(() -> "Tuppence <no-reply@" + baseUrl().getHost() + ">");
    }

    public boolean webhookAllowPrivateAddresses() {
        return flag(Setting.WEBHOOK_ALLOW_PRIVATE_ADDRESSES);
    }

    public int sessionTimeoutMinutes() {
        return number(Setting.SESSION_TIMEOUT_MINUTES);
    }

    public int sessionLongestDays() {
        return number(Setting.SESSION_LONGEST_DAYS);
    }

    public int sessionRememberDays() {
        return number(Setting.SESSION_REMEMBER_DAYS);
    }

    /** Larger is looser, zero is off. */
    public BigDecimal rateLimitsScale() {
        return new BigDecimal(text(Setting.RATE_LIMITS_SCALE));
    }

    public boolean isDemo() {
        return flag(Setting.DEMO);
    }

    /** The origin of the example shop, which the demo's business registers. */
    public URI demoShopUrl() {
        return URI.create(text(Setting.DEMO_SHOP_URL).replaceAll("/+$", ""));
    }

    private int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    private boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    private String text(Setting setting) {
        return values.get(setting).text();
    }

    private Optional<String> find(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::text);
    }
}
