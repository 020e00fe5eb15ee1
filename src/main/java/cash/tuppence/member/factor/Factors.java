package cash.tuppence.member.factor;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.passkey.Attestation;
import cash.tuppence.member.passkey.Passkeys;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/**
 * All that a member can show beside the password. As soon as there is an app or a passkey, the password alone lets
 * nobody in, and there are recovery codes; with the last of them the codes go, too.
 */
public final class Factors {
    private static final List<String> NO_CODES = List.of();

    private final Transactions transactions;
    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;
    private final Passkeys passkeys;
    private final Notices notices;

    public Factors(Transactions transactions, InstantSource clock, SecretBox box, Passkeys passkeys, Notices notices) {
        this.transactions = transactions;
        this.apps = new AuthenticatorApps(transactions, clock, box);
        this.codes = new RecoveryCodes(transactions, clock);
        this.passkeys = passkeys;
        this.notices = notices;
    }

    /** Whether the password alone is not enough. */
    public boolean anyOf(long memberId) {
        return read(mapper -> mapper.hasAny(memberId));
    }

    /** Whether that member may sign in at all. */
    public boolean mayComeIn(long memberId) {
        return read(mapper -> mapper.mayComeIn(memberId));
    }

    public MemberFactors of(long memberId) {
        return new MemberFactors(
                apps.find(memberId).map(TotpRow::createdAt), passkeys.of(memberId), codes.left(memberId));
    }

    public AppSetup beginApp(long memberId, String email) {
        return apps.begin(memberId, email);
    }

    public AppSetup sameApp(long memberId, String sealed, String email) {
        return apps.again(memberId, sealed, email);
    }

    /**
     * From now on that app counts, and no other one.
     *
     * @param code as the app shows it now
     * @return recovery codes where they are the first, to be shown this once
     */
    public List<String> enableApp(long memberId, String sealed, String code) {
        return add(memberId, session -> {
            apps.enable(session, memberId, sealed, code);
            notices.write(session, memberId, NoticeKind.SECOND_FACTOR_ADDED);
        });
    }

    /** Gives a member the app with that secret, where they have none: for demo data, whose secrets everybody knows. */
    public void keepApp(long memberId, Totp totp) {
        transactions.execute(session -> {
            if (apps.keep(session, memberId, totp)) {
                codes.renew(session, memberId);
            }
        });
    }

    /**
     * @return recovery codes where they are the first, to be shown this once
     */
    public List<String> addPasskey(long memberId, String name, Attestation attestation) {
        return add(memberId, session -> {
            passkeys.add(session, memberId, name, attestation);
            notices.write(session, memberId, NoticeKind.PASSKEY_ADDED, name);
        });
    }

    private List<String> add(long memberId, Consumer<SqlSession> adding) {
        return changed(memberId, session -> {
            boolean first = !session.getMapper(FactorMapper.class).hasAny(memberId);
            adding.accept(session);
            return first ? codes.renew(session, memberId) : NO_CODES;
        });
    }

    public void removeApp(long memberId) {
        remove(memberId, session -> {
            if (!apps.remove(session, memberId)) {
                throw new Refusal(Reason.NOT_FOUND);
            }
            notices.write(session, memberId, NoticeKind.SECOND_FACTOR_REMOVED);
        });
    }

    public void removePasskey(long memberId, String id) {
        remove(memberId, session -> {
            String name = passkeys.remove(session, memberId, id);
            notices.write(session, memberId, NoticeKind.PASSKEY_REMOVED, name);
        });
    }

    private void remove(long memberId, Consumer<SqlSession> removing) {
        changed(memberId, session -> {
            removing.accept(session);
            if (!session.getMapper(FactorMapper.class).hasAny(memberId)) {
                codes.removeAll(session, memberId);
            }
            return NO_CODES;
        });
    }

    /** One change after another for each member, and they are told of it. */
    private List<String> changed(long memberId, Function<SqlSession, List<String>> change) {
        List<String> fresh = transactions.run(session -> {
            session.getMapper(FactorMapper.class).lock(memberId);
            return change.apply(session);
        });
        notices.committed();
        return fresh;
    }

    /**
     * New recovery codes in place of the old ones, to be shown this once.
     *
     * @throws Refusal where there is nothing that they could stand in for
     */
    public List<String> renewCodes(long memberId) {
        return changed(memberId, session -> {
            if (!session.getMapper(FactorMapper.class).hasAny(memberId)) {
                throw new Refusal(Reason.NOT_FOUND);
            }
            notices.write(session, memberId, NoticeKind.RECOVERY_CODES_MADE);
            return codes.renew(session, memberId);
        });
    }

    /** Whether that is a code of the member's app, used now for the first time. */
    public boolean useAppCode(long memberId, String typed) {
        return apps.use(memberId, typed);
    }

    /** Whether that is a recovery code of the member's, used now for the first time. */
    public boolean useRecoveryCode(long memberId, String typed) {
        boolean used = transactions.run(session -> {
            boolean right = codes.use(session, memberId, RecoveryCode.typed(typed));
            if (right) {
                int left = session.getMapper(FactorMapper.class).codesLeft(memberId);
                notices.write(session, memberId, NoticeKind.RECOVERY_CODE_USED, String.valueOf(left));
            }
            return right;
        });
        notices.committed();
        return used;
    }

    private <T> T read(Function<FactorMapper, T> question) {
        return transactions.read(session -> question.apply(session.getMapper(FactorMapper.class)));
    }
}
