package cash.tuppence.checkout.button;

import cash.tuppence.business.ReturnUrls;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import cash.tuppence.web.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what a merchant wants a button to be, and says all that is wrong with it at once. */
public final class ButtonReader {
    public static final int LONGEST_DESCRIPTION = 280;
    public static final int MOST_SUGGESTIONS = 6;
    public static final int MOST_AT_ONCE = 1000;
    static final long MOST_STOCK = 1_000_000_000;

    private final ButtonBody body;
    private final Seller seller;
    private final Faults faults;

    private ButtonReader(ButtonBody body, Seller seller, Faults faults) {
        this.body = body;
        this.seller = seller;
        this.faults = faults;
    }

    /**
     * @param faults take what is wrong, each by the name of its member
     * @return empty where anything is
     */
    public static Optional<ButtonWish> read(ButtonBody body, Seller seller, Faults faults) {
        return new ButtonReader(body, seller, faults).read();
    }

    private Optional<ButtonWish> read() {
        Optional<ButtonKind> kind = faults.collect("kind", this::kind);
        Optional<ButtonState> state = faults.collect("state", this::state);
        Optional<Asset> asset = faults.collect(memberOfCurrency(), this::asset);
        String description = description();
        Optional<String> returnUrl = url("return_url", body.returnUrl());
        Optional<String> cancelUrl = url("cancel_url", body.cancelUrl());
        Optional<Long> stock = optional("stock", body.stock(), () -> within(body.stock(), 0, MOST_STOCK));
        if (kind.isEmpty() || asset.isEmpty()) {
            return Optional.empty();
        }
        ButtonTerms terms = new ButtonTerms(
                kind.get(),
                asset.get(),
                amount(kind.get(), asset.get()),
                forChoosing(kind.get(), "min_amount", body.minAmount(), asset.get()),
                suggested(kind.get(), asset.get()),
                goal(kind.get(), asset.get()),
                quantity(kind.get()),
                description,
                returnUrl,
                cancelUrl);
        requireOrder(terms);
        return faults.any() ? Optional.empty() : Optional.of(new ButtonWish(state.orElseThrow(), terms, stock));
    }

    private ButtonKind kind() {
        if (body.kind() == null) {
            throw new Refusal(Reason.MISSING);
        }
        return ButtonKind.find(body.kind()).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    private ButtonState state() {
        return body.state() == null
                ? ButtonState.ACTIVE
                : ButtonState.find(body.state()).orElseThrow(() -> new Refusal(Reason.INVALID));
    }

    /** The first currency that is named; that all are the same is seen where each amount is read. */
    private Asset asset() {
        Asset asset = currencies()
                .findFirst()
                .map(code -> Asset.find(code).orElseThrow(() -> new Refusal(Reason.ASSET_UNKNOWN)))
                .orElseGet(seller::usualAsset);
        if (asset.isPlayMoney() == seller.livemode()) {
            throw new Refusal(Reason.CURRENCY_NOT_OF_KEY);
        }
        return asset;
    }

    private String memberOfCurrency() {
        return body.currency() == null && body.amount() != null ? "amount" : "currency";
    }

    private Stream<String> currencies() {
        Stream<ButtonBody.Cash> amounts = Stream.concat(
                Stream.of(Optional.ofNullable(body.amount()), Optional.ofNullable(body.minAmount()))
                        .flatMap(Optional::stream),
                Stream.concat(
                        Optional.ofNullable(body.suggested()).stream().flatMap(List::stream),
                        Optional.ofNullable(body.goal()).stream()));
        return Stream.concat(
                Optional.ofNullable(body.currency()).stream(),
                amounts.filter(Objects::nonNull).map(ButtonBody.Cash::currency).filter(Objects::nonNull));
    }

    private String description() {
        String text = body.description() == null ? "" : body.description();
        Optional<String> line = faults.collect("description", () -> PlainText.line(text, LONGEST_DESCRIPTION));
        if (line.filter(String::isEmpty).isPresent()) {
            faults.add("description", Reason.MISSING);
        }
        return line.orElse("");
    }

    private Optional<String> url(String field, String sent) {
        return optional(field, sent, () -> ReturnUrls.check(sent, seller.origins()));
    }

    private Optional<Money> amount(ButtonKind kind, Asset asset) {
        if (body.amount() == null && !kind.isChosenByPayer()) {
            faults.add("amount", Reason.AMOUNT_MISSING);
        }
        return cash("amount", body.amount(), asset);
    }

    private Optional<Money> forChoosing(ButtonKind kind, String field, ButtonBody.Cash sent, Asset asset) {
        if (sent != null && !kind.isChosenByPayer()) {
            faults.add(field, Reason.NOT_OF_THIS_KIND);
            return Optional.empty();
        }
        return cash(field, sent, asset);
    }

    private Optional<Money> goal(ButtonKind kind, Asset asset) {
        if (body.goal() != null && kind != ButtonKind.GIFT) {
            faults.add("goal", Reason.NOT_OF_THIS_KIND);
        }
        return cash("goal", body.goal(), asset);
    }

    private Optional<Money> cash(String field, ButtonBody.Cash sent, Asset asset) {
        return optional(field, sent, () -> money(sent, asset));
    }

    private static Money money(ButtonBody.Cash cash, Asset asset) {
        if (cash == null || cash.amount() == null) {
            throw new Refusal(Reason.AMOUNT_MISSING);
        }
        if (cash.currency() != null && !cash.currency().equals(asset.code())) {
            throw new Refusal(Reason.CURRENCIES_DIFFER).with(asset.code());
        }
        return Money.parseMinor(cash.amount(), asset);
    }

    private List<Money> suggested(ButtonKind kind, Asset asset) {
        List<ButtonBody.Cash> sent = Optional.ofNullable(body.suggested()).orElse(List.of());
        if (!sent.isEmpty() && !kind.isChosenByPayer()) {
            faults.add("suggested", Reason.NOT_OF_THIS_KIND);
        } else if (sent.size() > MOST_SUGGESTIONS) {
            faults.add("suggested", Reason.TOO_MANY, MOST_SUGGESTIONS);
        }
        List<Money> read = new ArrayList<>();
        for (ButtonBody.Cash one : sent) {
            faults.collect("suggested", () -> money(one, asset)).ifPresent(read::add);
        }
        return read;
    }

    private int quantity(ButtonKind kind) {
        if (body.maxQuantity() == null) {
            return 1;
        }
        if (kind.isChosenByPayer() && body.maxQuantity() != 1) {
            faults.add("max_quantity", Reason.NOT_OF_THIS_KIND);
        }
        return faults.collect("max_quantity", () -> within(body.maxQuantity(), 1, MOST_AT_ONCE))
                .map(Long::intValue)
                .orElse(1);
    }

    private static long within(long number, long least, long most) {
        if (number < least || number > most) {
            throw new Refusal(Reason.OUT_OF_RANGE).with(least, most);
        }
        return number;
    }

    /** What is filled in, or offered with one click, must be allowed. */
    private void requireOrder(ButtonTerms terms) {
        terms.minAmount().ifPresent(least -> {
            if (terms.amount().filter(amount -> amount.compareTo(least) < 0).isPresent()) {
                faults.add("amount", Reason.BELOW_LEAST, least);
            }
            if (terms.suggested().stream().anyMatch(amount -> amount.compareTo(least) < 0)) {
                faults.add("suggested", Reason.BELOW_LEAST, least);
            }
        });
    }

    private <T> Optional<T> optional(String field, Object sent, Supplier<T> reading) {
        return sent == null ? Optional.empty() : faults.collect(field, reading);
    }
}
