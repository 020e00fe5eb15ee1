package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import java.util.function.Function;
import org.openqa.selenium.By;

/** The hosted payment page of a checkout, open or closed. */
public final class PayPage extends Page {
    public PayPage(Browser browser) {
        super(browser, tuppence("/pay/co_[^/]+"));
    }

    public static PayPage open(Browser browser, URI address) {
        browser.open(address);
        return new PayPage(browser);
    }

    /** The page as it is when the checkout has ended. */
    public static PayPage openOnceClosed(Browser browser, URI address) {
        browser.openUntil(address, hook("state"));
        return new PayPage(browser);
    }

    public URI address() {
        return browser.address();
    }

    public String amount() {
        return text("amount");
    }

    public boolean canPay() {
        return browser.has(actionButton("pay"));
    }

    /** Once it was paid with another device, for whoever has no script that notices. */
    public PayPage goOnOnceClosed() {
        browser.openUntil(URI.create(linkTo("seen=").getDomProperty("href")), hook("state"));
        return new PayPage(browser);
    }

    public <P extends Page> P backToTheShop(Function<Browser, P> landing) {
        browser.follow(browser.find(By.cssSelector("main .actions a.button")));
        return landing.apply(browser);
    }

    public TransferPage receipt() {
        browser.follow(linkTo("/transfers/"));
        return new TransferPage(browser);
    }

    public PayPage signIn(Member member) {
        fill("email", member.email());
        fill("password", member.password());
        browser.follow(submitOf("password"));
        return new PayPage(browser);
    }

    /** For whoever is not the one who is signed in. */
    public PayPage signOut() {
        browser.follow(browser.find(By.cssSelector("form[action$='/logout'] button")));
        return new PayPage(browser);
    }

    public SignUpPage openAWallet() {
        browser.follow(linkTo("/signup"));
        return new SignUpPage(browser);
    }

    /** Arrives where the shop sends its customers on to. */
    public <P extends Page> P pay(Function<Browser, P> landing) {
        browser.follow(action("pay"));
        return landing.apply(browser);
    }

    public <P extends Page> P payWithADoubleClick(Function<Browser, P> landing) {
        browser.doubleClick(action("pay"));
        return landing.apply(browser);
    }

    public <P extends Page> P cancel(Function<Browser, P> landing) {
        browser.follow(action("cancel"));
        return landing.apply(browser);
    }
}
