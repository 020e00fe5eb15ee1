package cash.tuppence.wallet.users;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.api.BalanceJson;
import cash.tuppence.member.api.Scope;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.wallet.Grants;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Faults;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Registers people for an operator's program. They have no password until they set one. */
public final class Registration {
    private static final int CREATED = 201;
    private static final String TOKEN_NAME = "Registered by API";

    private final Members members;
    private final Profiles profiles;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Grants grants;
    private final OncePerKey once;
    private final Json json;

    public Registration(
            Members members,
            Profiles profiles,
            Passwords passwords,
            AccessTokens tokens,
            Grants grants,
            OncePerKey once,
            Json json) {
        this.members = members;
        this.profiles = profiles;
        this.passwords = passwords;
        this.tokens = tokens;
        this.grants = grants;
        this.once = once;
        this.json = json;
    }

    /**
     * Registers them; {@link #grant} is still to follow.
     *
     * @throws Faults.Found where somebody has the handle or the address already
     */
    Answer register(Newcomer newcomer, Optional<CallKey> key) {
        try {
            return once.inTransactionSealed(key, session -> create(session, newcomer));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.HANDLE_TAKEN) {
                throwWithAddress(newcomer, refusal);
            }
            throw refusal;
        }
    }

    /** The handle is what the database refused first; the address may be taken, too. */
    private void throwWithAddress(Newcomer newcomer, Refusal handleTaken) {
        Faults faults = new Faults().add(handleTaken);
        if (members.credentials(newcomer.email()).isPresent()) {
            faults.add("email", Reason.EMAIL_TAKEN);
        }
        faults.throwIfAny();
    }

    private Answer create(SqlSession session, Newcomer newcomer) {
        Viewer viewer = members.create(
                session,
                new NewMember(
                        newcomer.name(),
                        newcomer.handle(),
                        newcomer.email(),
                        passwords.nobodys(),
                        newcomer.region(),
                        false));
        String token = tokens.issue(session, viewer.memberId(), TOKEN_NAME, Scope.PERSONAL);
        String walletId = profiles.byId(session, viewer.profileId()).walletId().text();
        return new Answer(CREATED, json.write(describe(walletId, newcomer, token)), false);
    }

    private static UserJson describe(String walletId, Newcomer newcomer, String token) {
        BalanceJson balance = BalanceJson.of(newcomer.balance().orElse(Money.zero(Asset.USD)));
        return new UserJson(
                walletId,
                newcomer.handle(),
                newcomer.name(),
                newcomer.email(),
                newcomer.region(),
                List.of(balance),
                token);
    }

    /**
     * Gives what the answer promises. It is read from there, so that a call sent again also makes up for a server that
     * died between the two.
     */
    Answer grant(Answer answer) {
        UserJson user = json.read(answer.json().getBytes(StandardCharsets.UTF_8), UserJson.class);
        long profileId = PublicId.parse(Profile.WALLET, user.id()).orElseThrow().key();
        for (BalanceJson balance : user.balances()) {
            Asset asset = Asset.of(balance.currency());
            if (!balance.equals(BalanceJson.none(asset))) {
                OperationId operation = OperationId.of("user", Long.toString(profileId), asset.code());
                grants.give(operation, profileId, Money.parse(balance.amount(), asset), "To begin with");
            }
        }
        return answer;
    }
}
