package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log as {@code logback.xml} writes it. */
class LogLinesTest {
    private static final Path CONFIGURATION = Path.of("src/main/resources/logback.xml");

    @Test
    void areOneToAMessageWhateverSomebodySent() throws IOException {
        String line = line("a name\r\n2026-11-02T09:30:00.000Z ERROR made up\nby them");

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("a name", "made up", "by them");
    }

    @Test
    void tellWhenInUtc() throws IOException {
        assertThat(line("started")).matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO .*");
    }

    private static String line(String message) throws IOException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern());
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                LogLinesTest.class.getName(), context.getLogger("test"), Level.INFO, "{}", null, new Object[] {message
                });
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static String pattern() throws IOException {
        Matcher pattern = Pattern.compile("<pattern>(.*)</pattern>")
                .matcher(Files.readString(CONFIGURATION, StandardCharsets.UTF_8));
        assertThat(pattern.find()).isTrue();
        return pattern.group(1);
    }
}
