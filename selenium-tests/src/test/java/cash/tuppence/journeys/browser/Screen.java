package cash.tuppence.journeys.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The two sizes at which every page has to be good. */
public enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Screen other() {
        return this == PHONE ? DESKTOP : PHONE;
    }

    /** By emulation, since a window of Chromium's own cannot be as narrow as a phone. */
    void show(ChromeDriver driver) {
        boolean isPhone = this == PHONE;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isPhone));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", isPhone));
    }

    static void darken(ChromeDriver driver, boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    String label() {
        return this == PHONE ? "on a phone" : "on a desktop";
    }
}
