package cash.tuppence.journeys.browser;

import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether the JavaScript of pages runs. */
final class PageScript {
    private final ChromeDriver driver;
    private final boolean runs;

    PageScript(ChromeDriver driver, boolean runs) {
        this.driver = driver;
        this.runs = runs;
    }

    boolean runs() {
        return runs;
    }

    void prepareTab() {
        disable(!runs);
    }

    /** Lets a tool run its own script. What the page left out when it was loaded stays out. */
    <T> T whileOn(Supplier<T> tool) {
        if (runs) return tool.get();
        disable(false);
        try {
            return tool.get();
        } finally {
            disable(true);
        }
    }

    private void disable(boolean disabled) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", disabled));
    }
}
