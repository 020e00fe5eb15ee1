package cash.tuppence.wallet.send;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Futures;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.wallet.listing.Waiting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Hands cash over, together with whatever must be true with it. */
public final class Sending {
    private final Ledger ledger;
    private final Accounts accounts;
    private final ClaimTokens tokens;
    private final Arrivals arrivals;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Sending(
            Ledger ledger,
            Accounts accounts,
            ClaimTokens tokens,
            Arrivals arrivals,
            KeyMaker keys,
            InstantSource clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.keys = keys;
        this.clock = clock;
    }

    /** Sends it, once for each operation id, and waits for the outcome. */
    public Outcome send(Order order, OperationId operation) {
        return Futures.await(submit(order, operation));
    }

    /**
     * As {@link #send}, without waiting.
     *
     * @param more what else must be true together with it
     * @throws Refusal {@link Reason#OVERLOADED} where too much waits already; nothing was done
     */
    public CompletableFuture<Outcome> submit(Order order, OperationId operation, Attachment... more) {
        List<Attachment> attachments = new ArrayList<>(List.of(more));
        Movement movement;
        if (order.recipient() instanceof Recipient.Invited invited) {
            movement = hold(order, Kind.GIFT, OptionalLong.empty());
            attachments.add(tokens.offer(invited.email()));
        } else {
            movement = toKnown(order);
        }
        attachments.add(
                movement instanceof Movement.Transfer
                        ? arrivals.ofStarted(order.sides(), order.amount())
                        : new Waiting());
        return ledger.submit(new Posting(operation, movement, attachments));
    }

    /** Looks up with few questions the accounts that these orders are for, so that sending each of them asks none. */
    public void openAccounts(Collection<Order> orders) {
        Map<Asset, Set<Long>> owners = new HashMap<>();
        for (Order order : orders) {
            if (order.recipient() instanceof Recipient.Known known) {
                owners.computeIfAbsent(order.amount().asset(), asset -> new HashSet<>())
                        .add(known.party().profileId());
            }
        }
        owners.forEach((asset, ids) -> accounts.openAll(ids, asset));
    }

    private Movement toKnown(Order order) {
        long credit = accounts.open(
                order.recipient().party().profileId(), order.amount().asset());
        if (order.held()) {
            return hold(order, order.kind(), OptionalLong.of(credit));
        }
        return new Movement.Transfer(
                keys.newId(TransferRow.PREFIX), order.kind(), debit(order), credit, order.amount(), order.details());
    }

    private Movement hold(Order order, Kind kind, OptionalLong credit) {
        return new Movement.Hold(
                keys.newId(TransferRow.PREFIX),
                kind,
                debit(order),
                credit,
                order.amount(),
                Times.now(clock).plus(order.patience()),
                order.details());
    }

    private long debit(Order order) {
        return accounts.open(order.sender().party().profileId(), order.amount().asset());
    }
}
