package cash.tuppence.wallet.leave;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.leave.Farewell;
import cash.tuppence.member.leave.Obstacle;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Closes a wallet in which nothing is left. What it ever did stays in the ledger. Play money is worth nothing, and stays too. */
public final class WalletFarewell implements Farewell {
    private final Accounts accounts;

    public WalletFarewell(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Obstacle> obstacles(Viewer viewer) {
        List<Account> cash = cash(viewer.profileId());
        List<Obstacle> obstacles = new ArrayList<>();
        if (cash.stream().anyMatch(Account::frozen)) {
            obstacles.add(new Obstacle("frozen", "", ""));
        }
        if (cash.stream().anyMatch(account -> account.held().isPositive())) {
            obstacles.add(new Obstacle("waiting", "", "/activity"));
        }
        return obstacles;
    }

    /** What is left to give away. */
    List<Account> left(long profileId) {
        return cash(profileId).stream()
                .filter(account -> account.available().isPositive())
                .toList();
    }

    private List<Account> cash(long profileId) {
        return accounts.of(profileId).stream()
                .filter(account -> !account.asset().isPlayMoney())
                .toList();
    }

    /** An account that is opened later is closed only where there was one before. */
    void prepare(long profileId) {
        accounts.open(profileId, Asset.USD);
    }

    @Override
    public void erase(SqlSession session, Viewer viewer) {
        boolean stays = accounts.close(session, viewer.profileId()).stream()
                .filter(account -> !account.asset().isPlayMoney())
                .anyMatch(account -> account.frozen()
                        || !account.balance().isZero()
                        || !account.held().isZero());
        if (stays) {
            throw new Refusal(Reason.LEAVING_TOO_EARLY);
        }
    }
}
