package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** Where a merchant adds an endpoint, and afterwards looks after it. */
public final class EndpointPage extends Page {
    public EndpointPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+/webhooks/[^/]+(/rotate)?"));
    }

    public EndpointPage choose(String mode) {
        browser.click(browser.find(By.cssSelector("label:has(input[name=mode][value=" + mode + "])")));
        return this;
    }

    public EndpointPage write(String field, String value) {
        fill(field, value);
        return this;
    }

    public EndpointPage tick(String event) {
        browser.click(browser.find(By.name(event)));
        return this;
    }

    /** Adds it, or saves what was changed; shows the same again with what is wrong. */
    public EndpointPage save() {
        browser.follow(submitOf("url"));
        return new EndpointPage(browser);
    }

    public DeliveryPage ping() {
        browser.follow(browser.find(By.cssSelector("form[action$='/ping'] button")));
        return new DeliveryPage(browser);
    }

    public EndpointPage rotate() {
        browser.click(browser.find(By.xpath("//summary[.='A new secret']")));
        browser.follow(browser.find(By.cssSelector("form[action$='/rotate'] button")));
        return new EndpointPage(browser);
    }

    public EndpointPage show(String field, String value) {
        browser.click(browser.find(By.cssSelector("select[name=" + field + "] option[value=" + value + "]")));
        browser.follow(submitOf("from"));
        return new EndpointPage(browser);
    }

    public EndpointPage again(URI address) {
        browser.open(address);
        return new EndpointPage(browser);
    }

    /** Where it is looked after, as its own forms say. */
    public URI itsAddress() {
        String ping = browser.find(By.cssSelector("form[action$='/ping']")).getDomProperty("action");
        return URI.create(ping.substring(0, ping.length() - "/ping".length()));
    }

    public AnyPage delete() {
        browser.click(browser.find(By.xpath("//summary[.='Delete it']")));
        browser.follow(browser.find(By.cssSelector("form[action$='/delete'] button")));
        return new AnyPage(browser);
    }

    public static URI newOne(String business) {
        return Sites.tuppence("/business/" + business + "/webhooks/new");
    }
}
