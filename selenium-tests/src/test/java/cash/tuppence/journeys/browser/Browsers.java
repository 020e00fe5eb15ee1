package cash.tuppence.journeys.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The browsers of one run of a journey: opened as it asks for them, photographed when it fails, closed after it. */
final class Browsers implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Screen screen;
    private final boolean script;
    private final List<Browser> open = new ArrayList<>();

    Browsers(Screen screen, boolean script) {
        this.screen = screen;
        this.script = script;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = Browser.launch(parameter.getParameter().getName(), screen, script);
        open.add(browser);
        return browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) return;
        String journey = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        for (Browser browser : open) {
            browser.photograph(
                    SCREENSHOTS.resolve(journey + "-" + screen.name().toLowerCase() + "-" + browser.person()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(Browser::close);
    }
}
