package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A checkout's items as its row keeps them; the asset is the checkout's. */
final class ItemsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ItemsJson() {}

    static Optional<String> write(List<Item> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.writeValueAsString(items.stream()
                        .map(item -> new Line(
                                item.name(),
                                item.quantity(),
                                item.amount().map(Money::units).orElse(null),
                                item.tax().map(Money::units).orElse(null)))
                        .toList()));
    }

    static List<Item> read(Optional<String> json, Asset asset) {
        return json.map(text -> Arrays.stream(JSON.readValue(text, Line[].class))
                        .map(line -> new Item(
                                line.name(), line.quantity(), money(line.units(), asset), money(line.tax(), asset)))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Money> money(Long units, Asset asset) {
        return Optional.ofNullable(units).map(known -> Money.ofUnits(known, asset));
    }

    private record Line(String name, int quantity, Long units, Long tax) {}
}
