package cash.tuppence.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Holds every page to the same promises: open to everyone by WCAG 2.2 AA, no wider than its screen, at peace with its policy. */
final class Inspector {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final String EXCESS_WIDTH =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth";

    private final ChromeDriver driver;
    private final PageScript script;

    Inspector(ChromeDriver driver, PageScript script) {
        this.driver = driver;
        this.script = script;
    }

    void inspect(Screen screen) {
        checkPolicy();
        String where = driver.getCurrentUrl() + " " + screen.label();
        assertThat(script.whileOn(this::axe).stream().map(Inspector::describe))
                .as("what axe found at %s", where)
                .isEmpty();
        assertThat(script.whileOn(() -> driver.executeScript(EXCESS_WIDTH)))
                .as("pixels that %s is too wide", where)
                .isEqualTo(0L);
    }

    void checkPolicy() {
        assertThat(script.whileOn(() -> CspReports.take(driver)))
                .as("what the policy refused up to %s", driver.getCurrentUrl())
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
