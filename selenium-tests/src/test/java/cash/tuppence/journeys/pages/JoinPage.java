package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** An invitation to a team. */
public final class JoinPage extends Page {
    public JoinPage(Browser browser) {
        super(browser, tuppence("/business/join/[^/]+"));
    }

    public static JoinPage open(Browser browser, URI link) {
        browser.open(link);
        return new JoinPage(browser);
    }

    public SignUpPage openAWallet() {
        browser.follow(linkTo("/signup"));
        return new SignUpPage(browser);
    }

    public BusinessPage join() {
        browser.follow(browser.find(By.cssSelector("main form[action*='/business/join/'] button")));
        return new BusinessPage(browser);
    }
}
