package cash.tuppence.wallet.api;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.api.TransferRequest.Amount;
import cash.tuppence.web.Faults;
import java.util.Optional;

/** Reads {@code {"amount":"2.50","currency":"USD"}}. */
final class Amounts {
    private static final String FIELD = "amount";
    private static final String CURRENCY = "amount.currency";

    private Amounts() {}

    /** The amount; empty, with a fault noted, where it is none or the caller's mode has no such cash. */
    static Optional<Money> read(Amount amount, Caller caller, Faults faults) {
        if (amount == null || amount.amount() == null) {
            faults.add(FIELD, Reason.AMOUNT_MISSING);
            return Optional.empty();
        }
        Optional<Asset> asset = asset(amount.currency(), caller);
        if (asset.isEmpty()) {
            faults.add(CURRENCY, amount.currency() == null ? Reason.MISSING : Reason.ASSET_UNKNOWN);
            return Optional.empty();
        }
        return faults.collect(FIELD, () -> Money.parse(amount.amount(), asset.get()));
    }

    private static Optional<Asset> asset(String currency, Caller caller) {
        return Optional.ofNullable(currency).flatMap(Asset::find).filter(caller::sees);
    }
}
