package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.util.function.Function;
import org.openqa.selenium.By;

public final class LoginPage extends Page {
    public LoginPage(Browser browser) {
        super(browser, tuppence("/login"));
    }

    public static LoginPage open(Browser browser) {
        browser.open(Sites.tuppence("/login"));
        return new LoginPage(browser);
    }

    /** Signs in, and arrives where one was going. */
    public <P extends Page> P as(Member member, Function<Browser, P> landing) {
        return with(member.email(), member.password(), landing);
    }

    public <P extends Page> P with(String email, String password, Function<Browser, P> landing) {
        fill("email", email);
        fill("password", password);
        browser.follow(submitOf("password"));
        return landing.apply(browser);
    }

    /** Signs in by a passkey of this device. */
    public <P extends Page> P byPasskey(Function<Browser, P> landing) {
        browser.follow(browser.find(By.cssSelector("[data-passkey-ask]")));
        return landing.apply(browser);
    }
}
