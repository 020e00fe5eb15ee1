package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

public final class SignUpPage extends Page {
    private static final String OPEN_REGION = "US-UT";

    public SignUpPage(Browser browser) {
        super(browser, tuppence("/signup"));
    }

    public static SignUpPage open(Browser browser) {
        browser.open(Sites.tuppence("/signup"));
        return new SignUpPage(browser);
    }

    /** Signs up, and arrives where one was going. */
    public <P extends Page> P as(Member member, Function<Browser, P> landing) {
        fill("name", member.name());
        fill("handle", member.handle());
        fill("email", member.email());
        fill("password", member.password());
        new Select(browser.find(By.name("region"))).selectByValue(OPEN_REGION);
        browser.click(browser.find(By.name("adult")));
        browser.click(browser.find(By.name("terms")));
        browser.follow(submitOf("handle"));
        return landing.apply(browser);
    }

    public SignUpPage sendEmpty() {
        browser.follow(submitOf("handle"));
        return new SignUpPage(browser);
    }
}
