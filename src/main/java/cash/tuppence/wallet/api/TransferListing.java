package cash.tuppence.wallet.api;

import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.event.TransferJson;
import cash.tuppence.wallet.event.TransferJsons;
import cash.tuppence.wallet.listing.TransferLists;
import cash.tuppence.web.json.Listing;
import java.util.List;

/** Pages of the transfers that are a program's business. */
public final class TransferListing {
    private final Accounts accounts;
    private final TransferLists lists;
    private final TransferJsons jsons;

    public TransferListing(Accounts accounts, TransferLists lists, TransferJsons jsons) {
        this.accounts = accounts;
        this.lists = lists;
        this.jsons = jsons;
    }

    /**
     * @param before the place of the last one that was shown; {@link Long#MAX_VALUE} to start
     */
    Listing<TransferJson> of(Caller caller, long before, int limit) {
        List<Long> own = accounts.of(caller.profileId()).stream()
                .filter(account -> caller.sees(account.asset()))
                .map(Account::id)
                .toList();
        List<TransferLists.Listed> read = lists.newest(own, before, limit + 1);
        jsons.prepare(read.stream().map(TransferLists.Listed::transfer).toList());
        return Listing.of(read, limit, TransferLists.Listed::cursor, listed -> jsons.of(listed.transfer()));
    }
}
