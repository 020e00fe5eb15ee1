package cash.tuppence.web;

import cash.tuppence.core.Money;
import cash.tuppence.core.Refusal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts that people read, from {@code messages.properties}. */
public final class Messages {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);

    /** What to tell the reader about the refusal. */
    public String text(Refusal refusal, Locale reader) {
        return find(refusal.reason().messageKey(), refusal.arguments(), reader)
                .orElseThrow(() -> new MissingResourceException(
                        "no text for a refusal", "messages", refusal.reason().messageKey()));
    }

    public Optional<String> find(String key, List<?> arguments, Locale reader) {
        if (!bundle.containsKey(key)) {
            return Optional.empty();
        }
        Object[] shown =
                arguments.stream().map(argument -> shown(argument, reader)).toArray();
        return Optional.of(new MessageFormat(bundle.getString(key), reader).format(shown));
    }

    private static Object shown(Object argument, Locale reader) {
        return argument instanceof Money money ? Formats.money(money, reader) : argument;
    }
}
