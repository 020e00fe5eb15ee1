package cash.tuppence.journeys.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser refused because of a page's Content-Security-Policy. */
final class CspReports {
    private static final String LISTEN = """
            window.cspReports = [];
            document.addEventListener("securitypolicyviolation", (violation) => window.cspReports.push(
                violation.violatedDirective + " refused " + violation.blockedURI + " on " + violation.documentURI));
            """;
    private static final String READ = "return (window.cspReports || []).splice(0)";

    private CspReports() {}

    /** In this tab, from the next page on, before any script of that page runs. */
    static void collect(ChromeDriver driver) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTEN));
    }

    /** Since the last call. The console also tells of pages that have gone meanwhile, as a refused redirect does. */
    static List<String> take(ChromeDriver driver) {
        Stream<String> console = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy"));
        Stream<String> events = driver.executeScript(READ) instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : Stream.empty();
        return Stream.concat(console, events).toList();
    }
}
