package cash.tuppence.wallet.give;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Recipient;
import cash.tuppence.wallet.send.Sender;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.json.Json;
import java.util.Map;
import java.util.Optional;

/** Gives: a transfer that says what it was for. */
public final class Giving {
    private final Sending sending;
    private final Json json;

    public Giving(Sending sending, Json json) {
        this.sending = sending;
        this.json = json;
    }

    /** What somebody wants to give. */
    record Wish(Viewer giver, Profile to, Money amount, String message, String reference) {}

    Outcome give(Wish wish, OperationId operation) {
        Details details =
                new Details(wish.giver().memberId(), wish.message(), Visibility.PRIVATE, metadata(wish.reference()));
        Order order = Order.now(
                Kind.GIVE, Sender.of(wish.giver()), new Recipient.Known(Parties.of(wish.to())), wish.amount(), details);
        return sending.send(order, operation);
    }

    /** The reference travels to the recipient's program as metadata does. */
    private Optional<String> metadata(String reference) {
        return reference.isEmpty() ? Optional.empty() : Optional.of(json.write(Map.of("reference", reference)));
    }
}
