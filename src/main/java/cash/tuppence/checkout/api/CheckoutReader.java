package cash.tuppence.checkout.api;

import cash.tuppence.business.Origin;
import cash.tuppence.business.ReturnUrls;
import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.Item;
import cash.tuppence.checkout.Terms;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.web.Faults;
import cash.tuppence.web.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what a merchant's program asks for, and says all that is wrong with it at once. */
final class CheckoutReader {
    static final int LONGEST_DESCRIPTION = 280;
    static final int LONGEST_REFERENCE = 200;
    static final int LONGEST_METADATA = 4096;
    static final int MOST_ITEMS = 100;
    static final Duration USUAL_TIME = Duration.ofHours(1);
    static final Duration LONGEST_TIME = Duration.ofDays(30);
    private static final int LONGEST_ITEM = 200;
    private static final int MOST_OF_AN_ITEM = 1_000_000;

    private final Faults faults = new Faults();
    private final CheckoutBody body;
    private final boolean livemode;
    private final Set<Origin> origins;

    private CheckoutReader(CheckoutBody body, boolean livemode, Set<Origin> origins) {
        this.body = body;
        this.livemode = livemode;
        this.origins = origins;
    }

    /** What was asked for, and for how long it may wait. */
    record Wish(Terms terms, Duration time) {}

    /**
     * @param livemode of the key
     * @throws Faults.Found with a fault for each member that has one
     */
    static Wish read(CheckoutBody body, boolean livemode, Set<Origin> registered) {
        return new CheckoutReader(body, livemode, registered).read();
    }

    private Wish read() {
        Optional<Money> amount = faults.collect("amount", () -> price(body.amount()));
        String description = text("description", body.description(), LONGEST_DESCRIPTION);
        if (description.isEmpty() && !faults.has("description")) {
            faults.add("description", Reason.MISSING);
        }
        String reference = text("reference", body.reference(), LONGEST_REFERENCE);
        Optional<String> customerEmail =
                faults.collect("customer_email", this::customerEmail).flatMap(sent -> sent);
        String returnUrl = url("return_url", body.returnUrl()).orElse("");
        if (body.returnUrl() == null) {
            faults.add("return_url", Reason.MISSING);
        }
        Optional<String> cancelUrl = url("cancel_url", body.cancelUrl());
        Capture capture = faults.collect("capture", this::capture).orElse(Capture.AUTOMATIC);
        Duration time = faults.collect("expires_in_seconds", this::time).orElse(USUAL_TIME);
        Optional<String> metadata = faults.collect("metadata", this::metadata).flatMap(sent -> sent);
        List<Item> items = items(amount);
        amount.ifPresent(total -> addUp(items, total));
        faults.throwIfAny();
        Terms terms = new Terms(
                amount.orElseThrow(),
                capture,
                description,
                reference,
                customerEmail,
                items,
                metadata,
                returnUrl,
                cancelUrl);
        return new Wish(terms, time);
    }

    private Money price(CheckoutBody.Cash cash) {
        if (cash == null || cash.amount() == null) {
            throw new Refusal(Reason.AMOUNT_MISSING);
        }
        return Money.parseMinor(cash.amount(), asset(cash));
    }

    private Asset asset(CheckoutBody.Cash cash) {
        Asset asset = Optional.ofNullable(cash.currency())
                .flatMap(Asset::find)
                .orElseThrow(() -> new Refusal(Reason.ASSET_UNKNOWN));
        if (asset.isPlayMoney() == livemode) {
            throw new Refusal(Reason.CURRENCY_NOT_OF_KEY);
        }
        return asset;
    }

    private String text(String field, String sent, int longest) {
        return sent == null
                ? ""
                : faults.collect(field, () -> PlainText.line(sent, longest)).orElse("");
    }

    private Optional<String> customerEmail() {
        return Optional.ofNullable(body.customerEmail()).map(Emails::parse);
    }

    private Optional<String> url(String field, String sent) {
        return sent == null ? Optional.empty() : faults.collect(field, () -> ReturnUrls.check(sent, origins));
    }

    private Capture capture() {
        if (body.capture() == null) {
            return Capture.AUTOMATIC;
        }
        return Capture.find(body.capture()).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    private Duration time() {
        if (body.expiresInSeconds() == null) {
            return USUAL_TIME;
        }
        long seconds = body.expiresInSeconds();
        if (seconds < 1 || seconds > LONGEST_TIME.toSeconds()) {
            throw new Refusal(Reason.EXPIRY_OUT_OF_RANGE).with(1, LONGEST_TIME.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }

    private Optional<String> metadata() {
        JsonNode sent = body.metadata();
        if (sent == null || sent.isNull()) {
            return Optional.empty();
        }
        if (!sent.isObject()) {
            throw new Refusal(Reason.INVALID);
        }
        String text = sent.toString();
        if (text.length() > LONGEST_METADATA) {
            throw new Refusal(Reason.TOO_LONG).with(LONGEST_METADATA);
        }
        return Optional.of(text);
    }

    private List<Item> items(Optional<Money> total) {
        List<Item> items = new ArrayList<>();
        if (body.items() == null) {
            return items;
        }
        if (body.items().size() > MOST_ITEMS) {
            faults.add("items", Reason.INVALID);
            return items;
        }
        for (int i = 0; i < body.items().size(); i++) {
            CheckoutBody.Line line = body.items().get(i);
            String field = "items." + i;
            faults.collect(field, () -> item(line, total)).ifPresent(items::add);
        }
        return items;
    }

    /** A payer who reads the lines must find in them what they pay. Lines without amounts say nothing about it. */
    private void addUp(List<Item> items, Money total) {
        Money sum = items.stream()
                .flatMap(item -> Stream.concat(item.amount().stream(), item.tax().stream()))
                .reduce(Money.zero(total.asset()), Money::plus);
        boolean all = items.stream().allMatch(item -> item.amount().isPresent());
        if (sum.compareTo(total) > 0 || (all && !items.isEmpty() && !sum.equals(total))) {
            faults.add("items", Reason.ITEMS_DO_NOT_ADD_UP, sum.toDecimal(), total.toDecimal());
        }
    }

    private static Item item(CheckoutBody.Line line, Optional<Money> total) {
        if (line == null || line.name() == null || line.name().isBlank()) {
            throw new Refusal(Reason.MISSING);
        }
        int quantity = line.quantity() == null ? 1 : line.quantity();
        if (quantity < 1 || quantity > MOST_OF_AN_ITEM) {
            throw new Refusal(Reason.INVALID);
        }
        return new Item(
                PlainText.line(line.name(), LONGEST_ITEM),
                quantity,
                part(line.amount(), total),
                part(line.tax(), total));
    }

    /** In the currency of the whole; where that is at fault itself, nothing more is said about the lines. */
    private static Optional<Money> part(CheckoutBody.Cash part, Optional<Money> total) {
        if (part == null || total.isEmpty()) {
            return Optional.empty();
        }
        Asset asset = total.get().asset();
        if (part.amount() == null || !asset.code().equals(part.currency())) {
            throw new Refusal(Reason.INVALID);
        }
        return Optional.of(Money.parseMinor(part.amount(), asset));
    }
}
