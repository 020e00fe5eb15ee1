package cash.tuppence.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.app.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> commandLine = new HashMap<>();
    private final Map<String, String> context = new HashMap<>();

    @Test
    void aLaterLayerWins() throws IOException {
        assertThat(read().httpPort()).isEqualTo(8080);
        write("http.port = 1001");
        assertThat(read().httpPort()).isEqualTo(1001);
        environment.put("TUPPENCE_HTTP_PORT", "1002");
        assertThat(read().httpPort()).isEqualTo(1002);
        commandLine.put("http.port", "1003");
        assertThat(read().httpPort()).isEqualTo(1003);
        context.put("http.port", "1004");
        assertThat(read().httpPort()).isEqualTo(1004);
    }

    @Test
    void dotsAndDashesAreUnderscoresInTheEnvironment() {
        environment.put("TUPPENCE_RATE_LIMITS_SCALE", "2.5");
        environment.put("TUPPENCE_DB_POOL_SIZE", "7");
        assertThat(read().rateLimitsScale()).isEqualByComparingTo("2.5");
        assertThat(read().databasePoolSize()).isEqualTo(7);
    }

    @Test
    void anEmptyTextIsAsIfNotSet() {
        environment.put("TUPPENCE_HTTP_PORT", " ");
        assertThat(read().httpPort()).isEqualTo(8080);
    }

    @Test
    void theFileMayLieWhereTheEnvironmentSays() throws IOException {
        Files.writeString(folder.resolve("other.properties"), "mail.from = Zoë <z@example.test>");
        environment.put("TUPPENCE_CONFIG", "other.properties");
        assertThat(read().mailFrom()).isEqualTo("Zoë <z@example.test>");
    }

    @Test
    void aFileThatWasNamedHasToBeThere() {
        environment.put("TUPPENCE_CONFIG", "absent.properties");
        assertThat(read().faults()).singleElement().asString().contains("absent.properties: cannot be read");
    }

    @Test
    void everyFaultIsListed() throws IOException {
        write("http.prot = 1", "http.port = x", "db.url = jdbc:oracle:thin");
        environment.put("TUPPENCE_BASE_URL", "cash.example.org");
        commandLine.put("secret-key", "short");
        commandLine.put("http.context-path", "cash/");
        assertThat(read().faults())
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("http.prot", "http.port", "http.context-path", "base-url", "db.url", "secret-key");
        assertThatThrownBy(() -> read().checked())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("http.prot")
                .hasMessageContaining("secret-key");
    }

    @Test
    void aDatabaseByUrlNeedsTheSecretKey() {
        commandLine.put("db.url", "jdbc:mariadb://db.example.test/tuppence");
        assertThat(read().faults()).singleElement().asString().startsWith("secret-key: is needed");
        commandLine.put("secret-key", KEY);
        assertThat(read().faults()).isEmpty();
        assertThat(read().secretKey().orElseThrow()).hasSize(32);
    }

    @Test
    void secretsArePrintedMaskedAndWithTheirLayer() {
        commandLine.put("db.url", "jdbc:mariadb://db.example.test/tuppence?password=hunter2&user=x");
        commandLine.put("db.password", "hunter2");
        commandLine.put("secret-key", KEY);
        environment.put("TUPPENCE_SMTP_URL", "smtps://me:hunter2@mail.example.test");
        assertThat(read().lines())
                .contains(
                        "db.password = ********  (command line)",
                        "db.url = jdbc:mariadb://db.example.test/tuppence?password=********&user=x  (command line)",
                        "smtp.url = smtps://********@mail.example.test  (environment)",
                        "http.port = 8080  (default)")
                .noneMatch(line -> line.contains("hunter2") || line.contains(KEY));
    }

    @Test
    void aMailServerAndASenderThatCannotBeAreFaults() {
        commandLine.put("smtp.url", "smtp://cash:hunter2@mail.example.test?starttls=never");
        commandLine.put("mail.from", "nobody");
        assertThat(read().faults())
                .hasSize(2)
                .noneMatch(fault -> fault.contains("hunter2"))
                .anyMatch(fault -> fault.startsWith("smtp.url: a password goes over TLS alone"))
                .anyMatch(fault -> fault.startsWith("mail.from: must be an address"));
        commandLine.put("smtp.url", "smtp://cash:a b@mail.example.test");
        assertThat(read().faults()).anyMatch(fault -> fault.startsWith("smtp.url: must be a URL"));
    }

    @Test
    void mailComesFromTheHostOfTheBaseUrlWhereNothingElseIsSaid() {
        commandLine.put("base-url", "https://cash.example.org/tuppence");
        assertThat(read().mailFrom()).isEqualTo("Tuppence <no-reply@cash.example.org>");
    }

    @Test
    void absoluteUrlsBeginWithTheBaseUrlOrElseThisMachine() {
        commandLine.put("http.context-path", "/cash");
        assertThat(read().baseUrl()).isEqualTo(URI.create("http://localhost:8080/cash"));
        assertThat(read().isPublic()).isFalse();
        commandLine.put("base-url", "https://cash.example.org/");
        assertThat(read().baseUrl()).isEqualTo(URI.create("https://cash.example.org"));
        assertThat(read().isPublic()).isTrue();
    }

    @Test
    void onlyTheProgramItselfMakesADemo() throws IOException {
        write("demo = true");
        environment.put("TUPPENCE_DEMO", "true");
        commandLine.put("demo", "true");
        assertThat(read().isDemo()).isFalse();
        context.put("demo", "true");
        assertThat(read().isDemo()).isTrue();
    }

    @Test
    void whatIsNoDefaultIsHandedToTheWebApplication() {
        commandLine.put("http.port", "1003");
        Settings settings = read().with(Setting.DB_URL, "jdbc:mariadb://127.0.0.1:1/x");
        assertThat(settings.contextParameters())
                .containsExactly(
                        Map.entry("tuppence.db.url", "jdbc:mariadb://127.0.0.1:1/x"),
                        Map.entry("tuppence.http.port", "1003"));
    }

    private Settings read() {
        return Settings.read(new SettingsSources(folder, environment, commandLine, context));
    }

    private void write(String... lines) throws IOException {
        Files.writeString(folder.resolve("tuppence.properties"), String.join("\n", lines));
    }
}
