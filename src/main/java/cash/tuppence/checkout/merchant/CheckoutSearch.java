package cash.tuppence.checkout.merchant;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutQuery;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.page.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a merchant looks for among their checkouts. */
final class CheckoutSearch {
    private static final int MOST_CHARACTERS = 200;
    private static final String TEST = "test";

    private final Profiles profiles;
    private final InstantSource clock;

    CheckoutSearch(Profiles profiles, InstantSource clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** What was asked for; a field that is at fault does not search. */
    CheckoutQuery read(Form form, long profileId, int limit) {
        boolean livemode = !form.raw("mode").equals(TEST);
        Asset asset = livemode ? Asset.USD : Asset.XTS;
        return new CheckoutQuery(
                profileId,
                livemode,
                null,
                beginning(form),
                given(form, "state", CheckoutSearch::state).orElse(null),
                given(form, "amount", typed -> Money.parseMinor(typed, asset))
                        .map(Money::units)
                        .orElse(null),
                given(form, "payer", this::payer).map(Profile::id).orElse(null),
                PublicId.parse(Checkout.PREFIX, form.raw("before"))
                        .map(PublicId::key)
                        .orElse(Long.MAX_VALUE),
                Times.now(clock),
                limit);
    }

    private static String beginning(Form form) {
        String typed = form.optionalLine("reference", MOST_CHARACTERS);
        return typed.isEmpty()
                ? null
                : typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static <T> Optional<T> given(Form form, String name, Function<String, T> reading) {
        return form.raw(name).isBlank() ? Optional.empty() : form.read(name, reading);
    }

    private static CheckoutState state(String name) {
        return CheckoutState.find(name).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    private Profile payer(String typed) {
        String name = typed.strip();
        return profiles.byHandle(name.startsWith("@") ? name.substring(1) : name)
                .orElseThrow(() -> new Refusal(Reason.PAYER_UNKNOWN));
    }

    /** The same search as the query of a link, from its {@code ?} on; empty where there is none. */
    static String query(Form form) {
        String query = Stream.of("mode", "reference", "amount", "payer", "state")
                .filter(name -> !form.raw(name).isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(form.raw(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
