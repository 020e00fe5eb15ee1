package cash.tuppence.journeys.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.openqa.selenium.chrome.ChromeDriver;

/** A Chromium takes long to start, so it serves one person after another, and is made to forget each of them. */
final class ChromiumPool implements AutoCloseable {
    private final BlockingDeque<ChromeDriver> idle = new LinkedBlockingDeque<>();

    ChromeDriver take() {
        return Optional.ofNullable(idle.poll()).orElseGet(Chromium::launch);
    }

    void giveBack(ChromeDriver driver) {
        String tab = closeAllTabsButOne(driver);
        driver.switchTo().window(tab);
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        idle.push(driver);
    }

    private static String closeAllTabsButOne(ChromeDriver driver) {
        List<String> tabs = List.copyOf(driver.getWindowHandles());
        for (String tab : tabs.subList(1, tabs.size())) {
            driver.switchTo().window(tab).close();
        }
        return tabs.get(0);
    }

    @Override
    public void close() {
        idle.forEach(ChromeDriver::quit);
        idle.clear();
    }
}
