package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import org.openqa.selenium.By;

/** Any page of one's settings: it has a form or two, and says something once it was sent. */
public final class SettingsPage extends Page {
    public SettingsPage(Browser browser) {
        super(browser, tuppence("/settings/.*"));
    }

    /**
     * @param below what comes behind {@code /settings/}
     */
    public static SettingsPage open(Browser browser, String below) {
        browser.open(Sites.tuppence("/settings/" + below));
        return new SettingsPage(browser);
    }

    public SettingsPage write(String field, String value) {
        fill(field, value);
        return this;
    }

    /** Sends the form which has that field. */
    public SettingsPage send(String field) {
        browser.follow(submitOf(field));
        return new SettingsPage(browser);
    }

    /** Has the browser ask the device for a passkey, and goes on with what it says. */
    public SettingsPage askForPasskey() {
        browser.follow(browser.find(By.cssSelector("[data-passkey-ask]")));
        return new SettingsPage(browser);
    }
}
