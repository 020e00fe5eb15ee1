package cash.tuppence.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Holds every page to the same promises: open to everyone by WCAG 2.2 AA, and at peace with its own policy. */
final class Inspector {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private final ChromeDriver driver;

    private final PageScript script;

    Inspector(ChromeDriver driver, PageScript script) {
        this.driver = driver;
        this.script = script;
    }

    void inspect() {
        String address = driver.getCurrentUrl();
        assertThat(CspReports.take(driver))
                .as("what the policy refused up to %s", address)
                .isEmpty();
        assertThat(script.whileOn(this::axe).stream().map(Inspector::describe))
                .as("what axe found at %s", address)
                .isEmpty();
    }

    private List<Rule> axe() {
        AxeBuilder axe = new AxeBuilder().withTags(WCAG);
        // The other way opens a window for its own use; we have no frames that would need it.
        axe.setLegacyMode(true);
        return axe.analyze(driver).getViolations();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
    }
}
