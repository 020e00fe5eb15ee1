package cash.tuppence.journeys.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String person;
    private final ChromeDriver driver;
    private final PageScript script;
    private final WebDriverWait wait;
    private final Inspector inspector;

    private Browser(String person, ChromeDriver driver, PageScript script) {
        this.person = person;
        this.driver = driver;
        this.script = script;
        this.wait = new WebDriverWait(driver, PATIENCE);
        this.inspector = new Inspector(driver, script);
        this.wait.ignoring(StaleElementReferenceException.class, NoSuchShadowRootException.class);
    }

    static Browser launch(String person, Screen screen, boolean script) {
        ChromeDriver driver = Chromium.launch(screen);
        return new Browser(person, driver, new PageScript(driver, script));
    }

    /** Whose browser this is, for naming what it leaves behind. */
    String person() {
        return person;
    }

    public boolean runsScript() {
        return script.runs();
    }

    public void open(URI address) {
        driver.get(address.toString());
    }

    public void back() {
        leave(() -> driver.navigate().back());
    }

    public void openTab() {
        driver.switchTo().newWindow(WindowType.TAB);
    }

    /** Goes to the tab opened as the n-th, from 0. */
    public void switchToTab(int index) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(index));
    }

    public URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** Waits until the page of that address is there, and looks at it as {@link Inspector} does. */
    public void arrive(Predicate<URI> isThere) {
        wait.until(there -> isThere.test(address()));
        find(By.tagName("main"));
        inspector.inspect();
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

    /** Clicks, and waits for the next page. */
    public void follow(WebElement element) {
        leave(() -> wait.until(ExpectedConditions.elementToBeClickable(element)).click());
    }

    /** As an impatient hand does it, and waits for the next page. */
    public void doubleClick(WebElement element) {
        wait.until(ExpectedConditions.elementToBeClickable(element));
        leave(() -> new Actions(driver).doubleClick(element).perform());
    }

    private void leave(Runnable act) {
        WebElement page = driver.findElement(By.tagName("html"));
        act.run();
        wait.until(ExpectedConditions.stalenessOf(page));
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

    @Override
    public void close() {
        driver.quit();
    }
}
