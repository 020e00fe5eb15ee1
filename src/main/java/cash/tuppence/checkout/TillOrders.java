package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.invitation.Ending;
import cash.tuppence.wallet.listing.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What payers and merchants can ask of the {@link Till}, as movements of cash. */
public final class TillOrders {
    /** For so long a merchant may capture what a payer authorized. */
    public static final Duration AUTHORIZATION_TIME = Duration.ofDays(7);

    private final Accounts accounts;
    private final CheckoutJsons jsons;
    private final KeyMaker keys;
    private final InstantSource clock;

    public TillOrders(Accounts accounts, CheckoutJsons jsons, KeyMaker keys, InstantSource clock) {
        this.accounts = accounts;
        this.jsons = jsons;
        this.keys = keys;
        this.clock = clock;
    }

    /** The payer pays, or reserves, as the merchant asked for. */
    TillOrder pay(Checkout seen, Viewer payer) {
        return seen.terms().capture() == Capture.MANUAL ? authorize(seen, payer) : payAtOnce(seen, payer);
    }

    private TillOrder payAtOnce(Checkout seen, Viewer payer) {
        Movement movement = new Movement.Transfer(
                keys.newId(TransferRow.PREFIX),
                Kind.PAYMENT,
                wallet(payer.profileId(), seen),
                wallet(seen.profileId(), seen),
                seen.amount(),
                details(seen, payer));
        return order(CheckoutStep.PAY, movement, new CheckoutChange.Pay(seen, payer.profileId()), List.of());
    }

    private TillOrder authorize(Checkout seen, Viewer payer) {
        Movement movement = new Movement.Hold(
                keys.newId(TransferRow.PREFIX),
                Kind.PAYMENT,
                wallet(payer.profileId(), seen),
                OptionalLong.of(wallet(seen.profileId(), seen)),
                seen.amount(),
                Times.now(clock).plus(AUTHORIZATION_TIME),
                details(seen, payer));
        CheckoutChange change = new CheckoutChange.Authorize(seen, payer.profileId());
        return order(CheckoutStep.AUTHORIZE, movement, change, List.of(new Waiting()));
    }

    private static Details details(Checkout seen, Viewer payer) {
        return Details.by(payer.memberId(), seen.terms().description(), Visibility.PRIVATE);
    }

    /**
     * The merchant takes what is reserved.
     *
     * @param seen one that somebody paid or authorized
     * @param amount a part, the rest of which goes back at once; empty for all
     * @param actorId the member who acts, or 0 for a program
     */
    public TillOrder capture(Checkout seen, Optional<Money> amount, long actorId) {
        Movement movement = new Movement.Post(
                payment(seen).transferId(),
                wallet(payment(seen).payerId(), seen),
                wallet(seen.profileId(), seen),
                amount,
                actorId);
        return order(CheckoutStep.CAPTURE, movement, new CheckoutChange.TakeReserved(seen), List.of(new Ending()));
    }

    /**
     * What is reserved goes back because the merchant does not want it.
     *
     * @param seen one that somebody paid or authorized
     * @param actorId the member who acts, or 0 for a program
     */
    public TillOrder cancel(Checkout seen, long actorId) {
        return giveUp(seen, CheckoutStep.CANCEL, TransferState.VOIDED, actorId);
    }

    /** What is reserved goes back because the time to capture it is over. */
    TillOrder expire(Checkout seen) {
        return giveUp(seen, CheckoutStep.EXPIRE, TransferState.EXPIRED, 0);
    }

    private TillOrder giveUp(Checkout seen, CheckoutStep step, TransferState to, long actorId) {
        Movement movement = new Movement.Release(
                payment(seen).transferId(), wallet(payment(seen).payerId(), seen), to, "", actorId);
        return order(step, movement, new CheckoutChange.GiveUp(seen, step), List.of(new Ending()));
    }

    /**
     * Cash goes back from the business's wallet to whoever paid.
     *
     * @param change of one that was paid
     * @param actorId the member who acts, or 0 for a program
     * @param more what else becomes true with it
     * @param tells JSON of the refund
     */
    public TillOrder giveBack(
            CheckoutChange change,
            Money amount,
            String reason,
            long actorId,
            List<Attachment> more,
            Function<Draft, String> tells) {
        Checkout seen = change.seen();
        Movement movement = new Movement.Transfer(
                keys.newId(TransferRow.PREFIX),
                Kind.REFUND,
                wallet(seen.profileId(), seen),
                wallet(payment(seen).payerId(), seen),
                amount,
                Details.by(actorId, reason, Visibility.PRIVATE));
        return new TillOrder(EventType.REFUND_CREATED, movement, change, more, tells);
    }

    private TillOrder order(CheckoutStep step, Movement movement, CheckoutChange change, List<Attachment> more) {
        return new TillOrder(step.event(), movement, change, more, draft -> jsons.write(change.after()));
    }

    private static Payment payment(Checkout seen) {
        return seen.payment().orElseThrow();
    }

    private long wallet(long profileId, Checkout seen) {
        Asset asset = seen.amount().asset();
        return accounts.open(profileId, asset);
    }
}
