package cash.tuppence.journeys.browser;

import java.util.Map;

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

    /** As ChromeDriver's mobile emulation takes it: a window of its own cannot be as narrow as a phone. */
    Map<String, Object> metrics() {
        boolean isPhone = this == PHONE;
        return Map.of("width", width, "height", height, "pixelRatio", 1, "mobile", isPhone, "touch", isPhone);
    }

    String label() {
        return this == PHONE ? "on a phone" : "on a desktop";
    }
}
