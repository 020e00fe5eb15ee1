package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A page that a browser has arrived at. Making one waits for it, and has it looked at. */
public abstract class Page {
    protected final Browser browser;

    protected Page(Browser browser, Predicate<URI> isHere) {
        this.browser = browser;
        browser.arrive(isHere);
    }

    /** Whether an address is Tuppence's, with a path (after the context path) that matches. */
    protected static Predicate<URI> tuppence(String pathPattern) {
        return address -> matches(address, Sites.tuppence(""), pathPattern);
    }

    protected static Predicate<URI> shop(String pathPattern) {
        return address -> matches(address, Sites.shop(""), pathPattern);
    }

    private static boolean matches(URI address, URI site, String pathPattern) {
        return site.getRawAuthority().equals(address.getRawAuthority())
                && address.getRawPath().startsWith(site.getRawPath())
                && address.getRawPath().substring(site.getRawPath().length()).matches(pathPattern);
    }

    public String text(String hook) {
        return browser.find(hook(hook)).getText();
    }

    /** All that the page says. */
    public String words() {
        return browser.find(By.tagName("main")).getText();
    }

    public boolean has(String hook) {
        return browser.has(hook(hook));
    }

    /** What stands beside a field that was at fault. */
    public String errorOf(String field) {
        return text("error-" + field);
    }

    public String valueOf(String field) {
        return browser.find(By.name(field)).getDomProperty("value");
    }

    protected void fill(String field, String value) {
        WebElement input = browser.find(By.name(field));
        input.clear();
        input.sendKeys(value);
    }

    /** The button that sends the form which has that field. */
    protected WebElement submitOf(String field) {
        return browser.find(By.xpath("//form[.//*[@name='" + field + "']]//button[@type='submit']"));
    }

    protected WebElement action(String value) {
        return browser.find(actionButton(value));
    }

    protected static By actionButton(String value) {
        return By.cssSelector("button[name=action][value=" + value + "]");
    }

    protected WebElement linkTo(String path) {
        return browser.find(By.cssSelector("main a[href*='" + path + "']"));
    }

    protected static By hook(String name) {
        return By.cssSelector("[data-test='" + name + "']");
    }
}
