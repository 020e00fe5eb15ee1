package cash.tuppence.wallet.waiting;

import cash.tuppence.core.Futures;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.ConfirmedAddressMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.Job;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.claim.Claims;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what waits for an address to the member who has shown that it is theirs, and to nobody who only typed it.
 * Every node may do so at once, and a node may die in the middle: the ledger ends each hold once, under an operation id
 * that is the same each time, and an address is forgotten only after all that waited for it is decided.
 */
public final class ReleaseWaiting implements Job {
    public static final String NAME = "release-waiting-cash";

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWaiting.class);
    private static final int ADDRESSES = 100;
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final Transfers transfers;
    private final Members members;
    private final Claims claims;

    public ReleaseWaiting(Transactions transactions, Transfers transfers, Members members, Claims claims) {
        this.transactions = transactions;
        this.transfers = transfers;
        this.members = members;
        this.claims = claims;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean work() {
        List<Long> addresses = transactions.read(
                session -> session.getMapper(ConfirmedAddressMapper.class).oldest(ADDRESSES));
        if (addresses.isEmpty()) {
            return false;
        }
        releaseAll(addresses);
        transactions.execute(
                session -> session.getMapper(ConfirmedAddressMapper.class).delete(addresses));
        return addresses.size() == ADDRESSES;
    }

    private void releaseAll(List<Long> addresses) {
        long afterId = 0;
        List<Waiting> some = waiting(addresses, afterId);
        while (!some.isEmpty()) {
            release(some);
            afterId = some.get(some.size() - 1).transferId();
            some = waiting(addresses, afterId);
        }
    }

    private List<Waiting> waiting(List<Long> addresses, long afterId) {
        return transactions.read(
                session -> session.getMapper(WaitingMapper.class).waitingFor(addresses, afterId, BATCH));
    }

    private void release(List<Waiting> some) {
        Map<Long, TransferRow> gifts =
                transfers.byKeys(some.stream().map(Waiting::transferId).toList());
        List<CompletableFuture<Outcome>> outcomes = some.stream()
                .flatMap(one -> release(one, gifts.get(one.transferId())).stream())
                .toList();
        outcomes.stream().map(Futures::await).forEach(ReleaseWaiting::note);
    }

    private Optional<CompletableFuture<Outcome>> release(Waiting one, TransferRow gift) {
        Optional<Viewer> owner = members.viewer(one.memberId());
        OperationId operation =
                OperationId.of("release", Long.toString(one.transferId()), Long.toString(one.memberId()));
        return owner.map(member -> claims.submit(gift, member, operation));
    }

    /** Somebody may have been quicker, or a limit forbids it: then it waits on, and the link still leads to it. */
    private static void note(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            LOG.info("waiting cash was not handed over: {}", refused.reason());
        }
    }
}
