package cash.tuppence.wallet.users;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.member.Emails;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Members;
import cash.tuppence.member.Names;
import cash.tuppence.web.Faults;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes a newcomer of what a program sent, or says all that is wrong with it. */
public final class UserReader {
    private static final String BALANCE = "balance";

    private final Members members;
    private final boolean demo;

    /**
     * @param demo whether this is demo data, where anyone may begin with any balance
     */
    public UserReader(Members members, boolean demo) {
        this.members = members;
        this.demo = demo;
    }

    /**
     * @throws Faults.Found where anything is wrong
     */
    Newcomer read(UserRequest request) {
        Faults faults = new Faults();
        Newcomer newcomer = new Newcomer(
                field("name", request.name(), Names::choose, faults),
                field("handle", request.handle(), Handles::choose, faults),
                field("email", request.email(), Emails::parse, faults),
                field("region", request.region(), members::admit, faults),
                balance(request.balance(), faults));
        faults.throwIfAny();
        return newcomer;
    }

    private static String field(String name, String sent, UnaryOperator<String> reading, Faults faults) {
        if (sent == null || sent.isBlank()) {
            faults.add(name, Reason.MISSING);
            return "";
        }
        return faults.collect(name, () -> reading.apply(sent)).orElse("");
    }

    private Optional<Money> balance(UserRequest.Balance sent, Faults faults) {
        if (sent == null) {
            return Optional.empty();
        }
        Optional<Asset> asset = Optional.ofNullable(sent.currency()).flatMap(Asset::find);
        if (asset.isEmpty()) {
            faults.add("balance.currency", sent.currency() == null ? Reason.MISSING : Reason.ASSET_UNKNOWN);
            return Optional.empty();
        }
        if (!demo && !asset.get().isPlayMoney()) {
            faults.add(BALANCE, Reason.BALANCE_NOT_OFFERED);
            return Optional.empty();
        }
        return faults.collect(BALANCE, () -> Money.parse(sent.amount() == null ? "" : sent.amount(), asset.get()));
    }
}
