package cash.tuppence.web.page;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import cash.tuppence.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What was typed into a form, and what is wrong with it. Reading a field notes its fault and goes on, so that all
 * faults show at once; ask {@link #faulty()} before using what was read.
 */
public final class Form {
    private static final Set<String> NOT_TICKED = Set.of("", "false", "off", "no", "0");

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Faults faults = new Faults();

    Form(HttpServletRequest request) {
        for (String name : Collections.list(request.getParameterNames())) {
            typed.put(name, request.getParameter(name));
        }
    }

    public Faults faults() {
        return faults;
    }

    public boolean faulty() {
        return faults.any();
    }

    /** Exactly what was typed, or empty text. */
    public String raw(String name) {
        return typed.getOrDefault(name, "");
    }

    public boolean ticked(String name) {
        return !NOT_TICKED.contains(raw(name));
    }

    /** What was typed, turned into something; where the reading refuses, that is a fault of the field. */
    public <T> Optional<T> read(String name, Function<String, T> reading) {
        return faults.collect(name, () -> reading.apply(raw(name)));
    }

    /** One line that must be there; empty text where it is at fault. */
    public String line(String name, int mostCharacters) {
        String line = optionalLine(name, mostCharacters);
        if (line.isEmpty()) {
            faults.add(name, Reason.MISSING);
        }
        return line;
    }

    /** One line, or empty text. */
    public String optionalLine(String name, int mostCharacters) {
        return faults.collect(name, () -> PlainText.line(raw(name), mostCharacters))
                .orElse("");
    }

    /** Several lines, or empty text. */
    public String text(String name, int mostCharacters) {
        return faults.collect(name, () -> PlainText.lines(raw(name), mostCharacters))
                .orElse("");
    }

    /** A positive amount in whole coins; empty where it is at fault. */
    public Optional<Money> amount(String name, Asset asset) {
        return faults.collect(name, () -> Money.parseMinor(raw(name), asset));
    }

    /** A box that must be ticked. */
    public void mustTick(String name, Reason otherwise) {
        if (!ticked(name)) {
            faults.add(new Refusal(otherwise).on(name));
        }
    }

    /** What the form shows again: everything but secrets and what is made anew for each page. */
    Map<String, String> shownAgain() {
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.keySet().removeIf(name -> name.contains("password") || name.startsWith("_") || name.equals("once"));
        return shown;
    }
}
