package cash.tuppence.web.page;

import cash.tuppence.web.Messages;
import java.util.List;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** {@code #{…}} in templates reads the one bundle of texts. */
final class BundleMessages extends AbstractMessageResolver {
    private final Messages messages;

    BundleMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
        List<?> given = arguments == null ? List.of() : List.of(arguments);
        return messages.find(key, given, context.getLocale()).orElse(null);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
        throw new IllegalArgumentException("no text in messages.properties for " + key);
    }
}
