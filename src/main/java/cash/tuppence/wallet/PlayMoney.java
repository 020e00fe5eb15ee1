package cash.tuppence.wallet;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.Viewer;

/** Every member gets some play money to try things out with: once, when they first have too little of it. */
public final class PlayMoney {
    public static final Money GIFT = Money.ofMinor(1_000_00, Asset.XTS);

    private final Grants grants;
    private final Balances balances;

    public PlayMoney(Grants grants, Balances balances) {
        this.grants = grants;
        this.balances = balances;
    }

    /** Sees to it that they can pay so much, where it is play money and they did not get their gift yet. */
    public void help(Viewer payer, Money amount) {
        if (amount.asset().isPlayMoney()
                && balances.spendable(payer.profileId(), Asset.XTS).compareTo(amount) < 0) {
            OperationId once = OperationId.of("play-money", Long.toString(payer.profileId()));
            grants.give(once, payer.profileId(), GIFT, "Play money, to try things out");
        }
    }
}
