package cash.tuppence.member.factor;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SealedNotes;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The apps that show people a code every half minute; one each. */
final class AuthenticatorApps {
    private static final Duration SETUP_LIFETIME = Duration.ofMinutes(30);
    private static final long NO_STEP = -1;

    private final Transactions transactions;
    private final InstantSource clock;
    private final SecretBox box;
    private final SealedNotes setups;

    AuthenticatorApps(Transactions transactions, InstantSource clock, SecretBox box) {
        this.transactions = transactions;
        this.clock = clock;
        this.box = box;
        this.setups = new SealedNotes(box, clock, "app setup", SETUP_LIFETIME);
    }

    Optional<TotpRow> find(long memberId) {
        return transactions.read(
                session -> session.getMapper(FactorMapper.class).app(memberId));
    }

    /** A new secret for a member; it counts only once their app has shown a code. */
    AppSetup begin(long memberId, String email) {
        Totp totp = Totp.random();
        return setup(setups.write(memberId, totp.secret()), totp, email);
    }

    /**
     * The setup that a page carried, to be shown again.
     *
     * @throws Refusal where it is too old or not that member's
     */
    AppSetup again(long memberId, String sealed, String email) {
        return setup(decoded(sealed), opened(memberId, sealed), email);
    }

    private static AppSetup setup(byte[] sealed, Totp totp, String email) {
        return AppSetup.of(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), totp.base32(), email);
    }

    private static byte[] decoded(String sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Reason.SETUP_TOO_SLOW);
        }
    }

    private Totp opened(long memberId, String sealed) {
        return setups.read(decoded(sealed))
                .filter(note -> note.about() == memberId)
                .map(note -> new Totp(note.content()))
                .orElseThrow(() -> new Refusal(Reason.SETUP_TOO_SLOW));
    }

    /**
     * @throws Refusal on {@code code} where the app does not show that
     */
    void enable(SqlSession session, long memberId, String sealed, String code) {
        Totp totp = opened(memberId, sealed);
        long step = totp.stepOf(digits(code), clock.instant(), NO_STEP)
                .orElseThrow(() -> new Refusal(Reason.CODE_WRONG).on("code"));
        keep(session, memberId, totp, step);
    }

    /** Whether a member has an app with that secret now; not where they had any before. */
    boolean keep(SqlSession session, long memberId, Totp totp) {
        if (session.getMapper(FactorMapper.class).app(memberId).isPresent()) {
            return false;
        }
        keep(session, memberId, totp, NO_STEP);
        return true;
    }

    private void keep(SqlSession session, long memberId, Totp totp, long step) {
        FactorMapper mapper = session.getMapper(FactorMapper.class);
        mapper.deleteApp(memberId);
        mapper.insertApp(memberId, box.seal(totp.secret()), step, Times.now(clock));
    }

    boolean remove(SqlSession session, long memberId) {
        return session.getMapper(FactorMapper.class).deleteApp(memberId) > 0;
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    /** Whether the member's app shows that code about now, and nobody used it before. */
    boolean use(long memberId, String code) {
        Instant now = clock.instant();
        return find(memberId).stream()
                .flatMapToLong(row -> totp(row).stepOf(digits(code), now, row.lastStep()).stream())
                .anyMatch(step -> take(memberId, step));
    }

    private Totp totp(TotpRow row) {
        return new Totp(box.open(row.secret()));
    }

    private boolean take(long memberId, long step) {
        return transactions.run(session -> session.getMapper(FactorMapper.class).useStep(memberId, step) == 1);
    }
}
