package cash.tuppence.business.connect;

import cash.tuppence.business.Origins;
import cash.tuppence.business.Standing;
import cash.tuppence.business.Team;
import cash.tuppence.business.frame.RoleTable;
import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.business.keys.KeyPermission;
import cash.tuppence.business.keys.NewKey;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.ProfileState;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;

/**
 * Keys that members let programs have. The key never goes through a browser, where addresses are remembered and logged:
 * there goes a code, good once and for minutes, and only with what the program has kept to itself.
 */
public final class Connections {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final int CODE_CHARACTERS = 43;
    private static final int MOST_SWEPT = 1000;

    private final Transactions transactions;
    private final Team team;
    private final ApiKeys apiKeys;
    private final Origins origins;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Trail trail;

    public Connections(
            Transactions transactions,
            Team team,
            ApiKeys apiKeys,
            Origins origins,
            KeyMaker keys,
            InstantSource clock,
            Trail trail) {
        this.transactions = transactions;
        this.team = team;
        this.apiKeys = apiKeys;
        this.origins = origins;
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * A key that was made for a program.
     *
     * @param text the key itself, to be told once
     */
    record Made(String text, ConnectCode code) {}

    /**
     * Notes that a member agreed. The caller has made sure that they may.
     *
     * @param registers whether the program's site becomes one of the business's
     * @return the code
     * @throws Refusal where the business has very many keys or sites already
     */
    String agree(Wish wish, long profileId, long memberId, boolean registers) {
        String code = Tokens.random(CODE_CHARACTERS);
        Instant now = Times.now(clock);
        transactions.execute(session -> {
            apiKeys.requireRoom(session, profileId);
            if (registers) {
                origins.add(session, profileId, wish.origin());
            }
            ConnectCode row = row(wish, profileId, memberId);
            mapper(session).insert(row, Tokens.sha256(code), now, now.plus(GOOD_FOR));
            trail.write(
                    session,
                    Entry.of(Verb.PROGRAM_ADMITTED, profileId)
                            .on(wish.origin().text())
                            .to(Map.of("livemode", row.livemode(), "permissions", row.permissions())));
        });
        return code;
    }

    private ConnectCode row(Wish wish, long profileId, long memberId) {
        return new ConnectCode(
                keys.next(),
                profileId,
                memberId,
                wish.livemode(),
                wish.name(),
                KeyPermission.join(wish.permissions()),
                wish.returnUrl(),
                Challenge.parse(wish.challenge()));
    }

    /**
     * The key for a code. What does not fit leaves the code as it was: whoever it is meant for can still use it.
     *
     * @throws Refusal where there is no such code any more, or it was meant for somebody else, or whoever agreed may not
     *     any more
     */
    Made exchange(String code, String returnUrl, String verifier) {
        ConnectCode found = transactions
                .read(session -> mapper(session).find(Tokens.sha256(code), Times.now(clock)))
                .orElseThrow(Connections::unknown);
        if (!found.returnUrl().equals(returnUrl)) {
            throw new Refusal(Reason.CONNECT_RETURN_URL_OTHER).on(WishForm.RETURN_URL);
        }
        if (!Challenge.isMetBy(verifier, found.challenge())) {
            throw new Refusal(Reason.CONNECT_VERIFIER_OTHER).on("code_verifier");
        }
        requireStillMay(found);
        return new Made(transactions.run(session -> use(session, found)), found);
    }

    /** Whoever agreed may have left the team since, and the business may have been suspended. */
    private void requireStillMay(ConnectCode code) {
        boolean may = team.standing(code.memberId(), code.profileId())
                .filter(standing -> standing.state() == ProfileState.ACTIVE)
                .filter(standing -> mayGrant(standing, code))
                .isPresent();
        if (!may) {
            throw unknown();
        }
    }

    private static boolean mayGrant(Standing standing, ConnectCode code) {
        return Wish.mayBeGranted(
                code.granted(), code.livemode(), area -> RoleTable.may(standing.role(), area, RoleTable.WRITE));
    }

    /** The code ends and the key begins together, or neither does. */
    private String use(SqlSession session, ConnectCode code) {
        if (mapper(session).use(code.id(), Times.now(clock)) == 0) {
            throw unknown();
        }
        NewKey wanted = new NewKey(code.profileId(), code.livemode(), code.name(), code.granted(), code.memberId());
        return apiKeys.make(session, wanted);
    }

    private static Refusal unknown() {
        return new Refusal(Reason.CONNECT_CODE_UNKNOWN).on("code");
    }

    /** Removes codes that are over, and says whether there may be more of them. */
    boolean sweep() {
        return transactions.run(session -> mapper(session).deleteOver(Times.now(clock), MOST_SWEPT)) == MOST_SWEPT;
    }

    private static ConnectMapper mapper(SqlSession session) {
        return session.getMapper(ConnectMapper.class);
    }
}
