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

    Outcome give(Viewer giver, Profile to, Money amount, String message, String reference, OperationId operation) {
        Sender sender = Sender.of(giver);
        Order order =
                Order.now(Kind.GIVE, sender, new Recipient.Known(Parties.of(to)), amount, message, Visibility.PRIVATE);
        Details details = new Details(giver.memberId(), message, Visibility.PRIVATE, metadata(reference));
        return sending.send(order.with(details), operation);
    }

    /** The reference travels to the recipient's program as metadata does. */
    private Optional<String> metadata(String reference) {
        return reference.isEmpty() ? Optional.empty() : Optional.of(json.write(Map.of("reference", reference)));
    }
}
