package cash.tuppence.member.api;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.util.List;

/** {@code GET /api/v1/me}: for whom a program acts, and what is in the wallet. */
public final class MeServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Profiles profiles;
    private final transient Accounts accounts;

    public MeServlet(Json json, Profiles profiles, Accounts accounts) {
        super(json);
        this.profiles = profiles;
        this.accounts = accounts;
    }

    private record Me(String id, String handle, String name, List<BalanceJson> balances) {}

    @Override
    protected Answer get(Call call) {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.WALLET_READ);
        Profile profile = profiles.byId(caller.profileId()).orElseThrow(() -> new Refusal(Reason.UNAUTHORIZED));
        return call.ok(new Me(profile.walletId().text(), profile.handle(), profile.name(), balances(caller)));
    }

    /** A business's key sees the cash of its mode; a person sees all. */
    private List<BalanceJson> balances(Caller caller) {
        List<BalanceJson> balances = accounts.of(caller.profileId()).stream()
                .filter(account -> caller.sees(account.asset()))
                .map(BalanceJson::of)
                .toList();
        return balances.isEmpty() ? List.of(BalanceJson.none(caller.isLive() ? Asset.USD : Asset.XTS)) : balances;
    }
}
