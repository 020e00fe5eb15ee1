package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of {@code buttons}. */
record ButtonRow(
        long id,
        byte[] nonce,
        long profileId,
        boolean livemode,
        ButtonKind kind,
        ButtonState state,
        int revision,
        String asset,
        Long amountOrNull,
        Long minAmountOrNull,
        String suggested,
        Long goalOrNull,
        int maxQuantity,
        Long stockOrNull,
        long sold,
        long payments,
        long collected,
        String description,
        String returnUrlOrNull,
        String cancelUrlOrNull,
        Instant createdAt) {

    static ButtonRow of(Button button) {
        ButtonTerms terms = button.terms();
        Tally tally = button.tally();
        return new ButtonRow(
                button.id().key(),
                button.id().nonce(),
                button.profileId(),
                button.livemode(),
                terms.kind(),
                button.state(),
                button.revision(),
                terms.asset().code(),
                terms.amount().map(Money::units).orElse(null),
                terms.minAmount().map(Money::units).orElse(null),
                terms.suggested().stream()
                        .map(one -> Long.toString(one.units()))
                        .collect(Collectors.joining(",")),
                terms.goal().map(Money::units).orElse(null),
                terms.maxQuantity(),
                tally.stock().orElse(null),
                tally.sold(),
                tally.payments(),
                tally.collected().units(),
                terms.description(),
                terms.returnUrl().orElse(null),
                terms.cancelUrl().orElse(null),
                button.createdAt());
    }

    Button toButton() {
        return new Button(
                new PublicId(Button.PREFIX, id, nonce),
                profileId,
                livemode,
                state,
                revision,
                terms(),
                new Tally(Optional.ofNullable(stockOrNull), sold, payments, money(collected)),
                createdAt);
    }

    private ButtonTerms terms() {
        return new ButtonTerms(
                kind,
                Asset.of(asset),
                Optional.ofNullable(amountOrNull).map(this::money),
                Optional.ofNullable(minAmountOrNull).map(this::money),
                suggestions(),
                Optional.ofNullable(goalOrNull).map(this::money),
                maxQuantity,
                description,
                Optional.ofNullable(returnUrlOrNull),
                Optional.ofNullable(cancelUrlOrNull));
    }

    private List<Money> suggestions() {
        return suggested.isEmpty()
                ? List.of()
                : Stream.of(suggested.split(","))
                        .map(units -> money(Long.parseLong(units)))
                        .toList();
    }

    private Money money(long units) {
        return Money.ofUnits(units, Asset.of(asset));
    }
}
