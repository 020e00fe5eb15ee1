package cash.tuppence.journeys.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser, with cookies of its own. It looks at every page that it arrives at. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String person;
    private final ChromeDriver driver;
    private final Screen screen;
    private final boolean dark;
    private final PageScript script;
    private final WebDriverWait wait;
    private final Inspector inspector;

    Browser(String person, ChromeDriver driver, Journey journey) {
        this.person = person;
        this.driver = driver;
        this.screen = journey.on();
        this.dark = journey.dark();
        this.script = new PageScript(driver, journey.script());
        this.wait = new WebDriverWait(driver, PATIENCE, GLANCE);
        this.wait.ignoring(StaleElementReferenceException.class, NoSuchShadowRootException.class);
        this.inspector = new Inspector(driver, this.script);
        prepareTab();
    }

    private void prepareTab() {
        screen.show(driver);
        Screen.darken(driver, dark);
        script.prepareTab();
    }

    /** Whose browser this is, for naming what it leaves behind. */
    String person() {
        return person;
    }

    ChromeDriver driver() {
        return driver;
    }

    public boolean runsScript() {
        return script.runs();
    }

    /** Fits the device with a lock of its own that can keep passkeys. */
    public Authenticator fitAuthenticator() {
        return new Authenticator(driver);
    }

    public void open(URI address) {
        driver.get(address.toString());
    }

    /** Again and again, until the page says it: for what comes with time. */
    public void openUntil(URI address, By said) {
        wait.until(page -> {
            open(address);
            return has(said);
        });
    }

    public void back() {
        leave(() -> driver.navigate().back());
    }

    public void openTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        bringToFront();
        CspReports.collect(driver);
        prepareTab();
    }

    /** Clicks, and goes on in the window that the page opens by that. */
    public void openWindow(WebElement element) {
        Set<String> before = driver.getWindowHandles();
        click(element);
        String opened = wait.until(there -> driver.getWindowHandles().stream()
                .filter(window -> !before.contains(window))
                .findFirst()
                .orElse(null));
        driver.switchTo().window(opened);
        bringToFront();
        CspReports.collect(driver);
        prepareTab();
    }

    /** Clicks, waits until the window closes by that, and goes back to the one that opened it. */
    public void closeWindow(WebElement element) {
        String window = driver.getWindowHandle();
        click(element);
        wait.until(there -> !driver.getWindowHandles().contains(window));
        switchToTab(0);
    }

    /** Goes to the tab opened as the n-th, from 0. */
    public void switchToTab(int index) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(index));
        bringToFront();
    }

    /** A tab of the driver's has no focus by itself, and what hands cash over waits for that. */
    private void bringToFront() {
        driver.executeCdpCommand("Page.bringToFront", Map.of());
    }

    public URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** Waits until the page of that address is there, and looks at it on both screens as {@link Inspector} does. */
    public void arrive(Predicate<URI> isThere) {
        wait.until(there -> isThere.test(address()));
        find(By.tagName("main"));
        inspector.inspect(screen);
        screen.other().show(driver);
        inspector.inspect(screen.other());
        screen.show(driver);
    }

    /** The last page, too, was at peace with its policy to its end. */
    void leaveInPeace() {
        inspector.checkPolicy();
    }

    /** Waits for it to be seen. */
    public WebElement find(By by) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    /** Waits for a part of a custom element's own tree to be seen. */
    public WebElement findInside(By host, By part) {
        return wait.until(page -> {
            List<WebElement> parts = page.findElement(host).getShadowRoot().findElements(part);
            return parts.stream().filter(WebElement::isDisplayed).findFirst().orElse(null);
        });
    }

    /** Whether it is on the page now, without waiting. */
    public boolean has(By by) {
        return driver.findElements(by).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Clicks as soon as it may be clicked: what hands cash over arms a moment after the page is there. */
    public void click(WebElement element) {
        ready(element).click();
    }

    /** Clicks, and waits for the next page. */
    public void follow(WebElement element) {
        leave(() -> click(element));
    }

    /** As an impatient hand does it, and waits for the next page. */
    public void doubleClick(WebElement element) {
        leave(() -> new Actions(driver).doubleClick(ready(element)).perform());
    }

    /** In the middle of the screen, where a reader brings it: at the edge it may lie under the phone's navigation. */
    private WebElement ready(WebElement element) {
        script.whileOn(() -> driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element));
        return wait.until(ExpectedConditions.elementToBeClickable(element));
    }

    private void leave(Runnable act) {
        WebElement page = page();
        act.run();
        // Asking the old page itself whether it has gone fails now and then, just while it goes.
        wait.until(there -> !page().equals(page));
    }

    private WebElement page() {
        return driver.findElement(By.tagName("html"));
    }

    /** Keeps what is on the screen, and the page behind it, as two files of that name. */
    void photograph(Path name) {
        try {
            Files.createDirectories(name.getParent());
            Files.write(Path.of(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            Files.writeString(Path.of(name + ".html"), driver.getCurrentUrl() + "\n" + driver.getPageSource());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
