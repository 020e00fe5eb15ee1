package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** The page of a stored button. */
public final class ButtonPage extends Page {
    private static final By WIDGET = By.tagName("tuppence-button");

    public ButtonPage(Browser browser) {
        super(browser, tuppence("/pay/button/btn_[^/]+"));
    }

    /** By pressing the one button on a page of another site. */
    public static ButtonPage openBy(Browser browser, URI site) {
        browser.open(site);
        browser.arrive(site::equals);
        if (browser.runsScript()) {
            browser.follow(browser.findInside(WIDGET, By.cssSelector("button")));
        } else {
            browser.follow(browser.find(WIDGET).findElement(By.tagName("a")));
        }
        return new ButtonPage(browser);
    }

    public ButtonPage signIn(Member member) {
        fill("email", member.email());
        fill("password", member.password());
        browser.follow(submitOf("password"));
        return new ButtonPage(browser);
    }

    /** Whoever gives signs in after they wrote what they want to give. */
    public ButtonPage goOn(Member member) {
        browser.follow(action("pay"));
        return new LoginPage(browser).as(member, ButtonPage::new);
    }

    public ButtonPage write(String field, String value) {
        fill(field, value);
        return this;
    }

    /** In a window: pays or does not, and is back on the page that opened it. */
    public SitePage end(String action, URI site) {
        browser.closeWindow(action(action));
        return new SitePage(browser, site);
    }

    public AnyPage pay() {
        browser.follow(action("pay"));
        return new AnyPage(browser);
    }
}
