package cash.tuppence.journeys.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The browsers of one run of a journey: lent as it asks for them, photographed when it fails, given back after it. */
final class Browsers implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Browsers.class);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<Browser> lent = new ArrayList<>();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String person = parameter.getParameter().getName();
        Journey journey = context.getRequiredTestMethod().getAnnotation(Journey.class);
        Browser browser = new Browser(person, pool(context).take(), journey);
        lent.add(browser);
        return browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            lent.forEach(browser -> browser.photograph(SCREENSHOTS.resolve(name(context) + "-" + browser.person())));
        } else {
            lent.forEach(Browser::leaveInPeace);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        for (Browser browser : lent) {
            // Nobody knows what a failure left behind in it, so it serves no one else.
            if (failed) browser.driver().quit();
            else pool(context).giveBack(browser.driver());
        }
        lent.clear();
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
    }

    /** The one pool of the whole run, which JUnit closes at its end. */
    private static ChromiumPool pool(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(ChromiumPool.class, key -> new ChromiumPool(), ChromiumPool.class);
    }
}
