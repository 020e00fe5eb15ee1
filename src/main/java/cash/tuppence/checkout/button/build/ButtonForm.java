package cash.tuppence.checkout.button.build;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonBody;
import cash.tuppence.checkout.button.ButtonBody.Cash;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.ButtonTerms;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The builder's form: read as what a program would send, and filled in from a button that there is. */
final class ButtonForm {
    private static final int MOST_DIGITS = 9;

    private ButtonForm() {}

    /**
     * @param kind as it was typed, or as it is
     * @param currency of all amounts
     * @param state that it is to be in
     */
    static ButtonBody read(Form form, String kind, String currency, String state) {
        return new ButtonBody(
                kind,
                state,
                currency,
                cash(form, "amount", currency),
                cash(form, "min_amount", currency),
                suggested(form, currency),
                cash(form, "goal", currency),
                number(form, "max_quantity").map(Long::intValue).orElse(null),
                number(form, "stock").orElse(null),
                form.raw("description"),
                text(form, "return_url"),
                text(form, "cancel_url"));
    }

    private static String text(Form form, String name) {
        String typed = form.raw(name).strip();
        return typed.isEmpty() ? null : typed;
    }

    private static Cash cash(Form form, String name, String currency) {
        String typed = text(form, name);
        return typed == null ? null : new Cash(typed, currency);
    }

    private static List<Cash> suggested(Form form, String currency) {
        return Stream.of(form.raw("suggested").split(","))
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .map(typed -> new Cash(typed, currency))
                .toList();
    }

    private static Optional<Long> number(Form form, String name) {
        String typed = form.raw(name).strip();
        return typed.isEmpty() ? Optional.empty() : form.read(name, ButtonForm::wholeNumber);
    }

    private static Long wholeNumber(String typed) {
        if (!typed.strip().matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new Refusal(Reason.INVALID);
        }
        return Long.valueOf(typed.strip());
    }

    /** What stands in the fields of a button that there is. */
    static Map<String, String> filled(Button button) {
        ButtonTerms terms = button.terms();
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", terms.kind().publicName());
        fields.put("mode", button.livemode() ? "live" : "test");
        fields.put("description", terms.description());
        put(fields, "amount", terms.amount());
        put(fields, "min_amount", terms.minAmount());
        put(fields, "goal", terms.goal());
        fields.put("suggested", terms.suggested().stream().map(Money::toDecimal).collect(Collectors.joining(", ")));
        if (!terms.kind().isChosenByPayer()) {
            fields.put("max_quantity", Integer.toString(terms.maxQuantity()));
        }
        button.tally().stock().ifPresent(stock -> fields.put("stock", Long.toString(stock)));
        terms.returnUrl().ifPresent(url -> fields.put("return_url", url));
        terms.cancelUrl().ifPresent(url -> fields.put("cancel_url", url));
        return fields;
    }

    /** What stands in the fields at first. */
    static Map<String, String> empty(Optional<ButtonKind> kind) {
        return Map.of(
                "kind", kind.orElse(ButtonKind.FIXED).publicName(),
                "mode", "live",
                "max_quantity", "1");
    }

    private static void put(Map<String, String> fields, String name, Optional<Money> amount) {
        amount.ifPresent(money -> fields.put(name, money.toDecimal()));
    }
}
