package cash.tuppence.checkout.refund;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutChange;
import cash.tuppence.checkout.TillOrder;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.checkout.button.ButtonRefund;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Movement;
import cash.tuppence.web.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders refunds at the till, and finds those that were made. */
public final class Refunds {
    private final Transactions transactions;
    private final TillOrders orders;
    private final Json json;
    private final KeyMaker keys;

    public Refunds(Transactions transactions, TillOrders orders, Json json, KeyMaker keys) {
        this.transactions = transactions;
        this.orders = orders;
        this.json = json;
        this.keys = keys;
    }

    /**
     * Gives back from the business's wallet to whoever paid.
     *
     * @param seen one that was paid
     * @param reason in the merchant's words; may be empty
     * @param actorId the member who acts, or 0 for a program
     */
    public TillOrder order(Checkout seen, Money amount, String reason, long actorId) {
        CheckoutChange change = CheckoutChange.giveBack(seen);
        NewRefund refund = new NewRefund(keys.newId(Refund.PREFIX), change, reason, actorId);
        return orders.giveBack(change, amount, reason, actorId, with(refund, seen), draft -> text(refund, draft));
    }

    /** What was paid by a button is less of what that collected. */
    private List<Attachment> with(NewRefund refund, Checkout seen) {
        Optional<Attachment> button = transactions
                .read(session ->
                        session.getMapper(RefundMapper.class).buttonOf(seen.id().key()))
                .map(id -> new ButtonRefund(id, seen.amount().asset()));
        return Stream.concat(Stream.of(refund), button.stream()).toList();
    }

    private String text(NewRefund refund, Draft draft) {
        Checkout after = refund.change().after();
        PublicId transferId = ((Movement.Transfer) draft.posting().movement()).id();
        return json.write(new RefundJson(
                refund.id().text(),
                after.id().text(),
                after.livemode(),
                draft.amount(),
                refund.reason(),
                transferId.text(),
                draft.at(),
                after.progress().sequence()));
    }

    /** As programs see the refund that this transfer made. */
    public String textOf(long transferId) {
        return json.write(RefundJson.of(byTransfer(transferId).orElseThrow()));
    }

    /** The refund that this transfer made; empty where it made none. */
    public Optional<Refund> byTransfer(long transferId) {
        return transactions
                .read(session -> session.getMapper(RefundMapper.class).byTransfer(transferId))
                .map(RefundRow::toRefund);
    }

    /** Newest first, before that key ({@link Long#MAX_VALUE} to start). */
    public List<Refund> ofCheckout(Checkout checkout, long beforeId, int limit) {
        return all(transactions.read(session ->
                session.getMapper(RefundMapper.class).ofCheckout(checkout.id().key(), beforeId, limit)));
    }

    /** What was given back of what this transfer paid, oldest first. */
    public List<Refund> ofPayment(long transferId) {
        return all(transactions.read(
                session -> session.getMapper(RefundMapper.class).ofPayment(transferId)));
    }

    private static List<Refund> all(List<RefundRow> rows) {
        return rows.stream().map(RefundRow::toRefund).toList();
    }
}
