package cash.tuppence.journeys.browser;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link Journey} once on each of its screens. */
final class JourneyExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Journey.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Journey journey = context.getRequiredTestMethod().getAnnotation(Journey.class);
        return Stream.of(journey.on()).map(screen -> new OnScreen(screen, journey.script()));
    }

    private record OnScreen(Screen screen, boolean script) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return screen.label() + (script ? "" : ", without script");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Browsers(screen, script));
        }
    }
}
