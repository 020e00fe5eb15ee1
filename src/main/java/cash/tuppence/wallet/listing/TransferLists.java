package cash.tuppence.wallet.listing;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Transfers;
import java.util.List;
import java.util.Map;

/** The transfers of a wallet, newest first: by when they were posted, or made where they were not (yet). */
public final class TransferLists {
    private static final int RADIX = 36;

    private final Transactions transactions;
    private final Transfers transfers;

    public TransferLists(Transactions transactions, Transfers transfers) {
        this.transactions = transactions;
        this.transfers = transfers;
    }

    /**
     * A transfer in its place.
     *
     * @param cursor where the list goes on after it
     */
    public record Listed(TransferRow transfer, String cursor) {}

    /**
     * The newest before that place.
     *
     * @param before {@link Long#MAX_VALUE} to start
     */
    public List<Listed> newest(List<Long> accountIds, long before, int limit) {
        if (accountIds.isEmpty()) {
            return List.of();
        }
        List<PlaceRow> places = transactions.read(
                session -> session.getMapper(TransferListMapper.class).newest(accountIds, before, limit));
        Map<Long, TransferRow> found =
                transfers.byKeys(places.stream().map(PlaceRow::transferId).toList());
        return places.stream()
                .map(place -> new Listed(found.get(place.transferId()), Long.toString(place.place(), RADIX)))
                .toList();
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws Refusal where it is none
     */
    public static long place(String cursor) {
        try {
            return Long.parseLong(cursor, RADIX);
        } catch (NumberFormatException e) {
            throw new Refusal(Reason.INVALID);
        }
    }
}
