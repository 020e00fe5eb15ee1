package cash.tuppence.member;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.terms.Declaration;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** The people who can sign in. */
public final class Members {
    /** Which terms those who come in now agree to. */
    private static final String TERMS_VERSION = Declaration.CURRENT_VERSION;

    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Members(Transactions transactions, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The region, where people are admitted from it.
     *
     * @param code ISO 3166-2
     * @throws Refusal where they are not
     */
    public String admit(String code) {
        if (!RegionCode.canBe(code) || !read(mapper -> mapper.isRegionOpen(code))) {
            throw new Refusal(Reason.REGION_CLOSED);
        }
        return code;
    }

    /**
     * @param name an address or, with {@code @} before it, a handle; see {@link SignInName}
     */
    public Optional<CredentialsRow> credentials(String name) {
        if (name.startsWith("@")) {
            return Handles.find(name.substring(1))
                    .flatMap(handle -> read(mapper -> mapper.credentialsOfHandle(handle)));
        }
        return Emails.find(name).flatMap(form -> read(mapper -> mapper.credentials(form)));
    }

    public Optional<Viewer> viewer(long memberId) {
        return read(mapper -> mapper.viewer(memberId));
    }

    /** The address with which that member signs in, confirmed or not. */
    public Optional<String> email(long memberId) {
        return read(mapper -> mapper.email(memberId));
    }

    /** What a business of that member begins with: it is theirs whose address we know, or do not know yet. */
    public static Tier tierOfFounder(SqlSession session, long memberId) {
        return session.getMapper(MemberMapper.class).isEmailConfirmed(memberId) ? Tier.EMAIL : Tier.BASIC;
    }

    /** Keeps another hash of the same password, unless the password itself was changed meanwhile. */
    public void replacePasswordHash(long memberId, String expected, String hash) {
        transactions.execute(
                session -> session.getMapper(MemberMapper.class).replacePasswordHash(memberId, expected, hash));
    }

    /**
     * Makes a member and their profile.
     *
     * @throws Refusal on {@code handle} or {@code email} where somebody has it already
     */
    public Viewer create(NewMember member) {
        return transactions.run(session -> create(session, member));
    }

    /** As {@link #create(NewMember)}, together with whatever else is done in that transaction. */
    public Viewer create(SqlSession session, NewMember member) {
        try {
            return insert(session, member);
        } catch (PersistenceException e) {
            throw takenBy(e).<RuntimeException>map(taken -> taken).orElse(e);
        }
    }

    private Viewer insert(SqlSession session, NewMember member) {
        Instant now = Times.now(clock);
        PublicId wallet = keys.newId(Profile.WALLET);
        long memberId = keys.next();
        Profile profile = new Profile(wallet.key(), wallet, ProfileKind.PERSON, member.handle(), member.name(), "");
        Profiles.add(session, profile, member.emailConfirmed() ? Tier.EMAIL : Tier.BASIC, now);
        session.getMapper(MemberMapper.class).insert(memberId, wallet.key(), member, TERMS_VERSION, now);
        if (member.emailConfirmed()) {
            ConfirmedAddresses.note(session, member.email());
        }
        return new Viewer(memberId, wallet.key(), member.name(), member.handle(), false);
    }

    /** The refusal behind a failed statement: the unique key decides, since whoever looked first may still be second. */
    public static Optional<Refusal> takenBy(PersistenceException failure) {
        String message = failure.getCause() instanceof SQLException sql ? "" + sql.getMessage() : "";
        if (message.contains("members_email_uk")) {
            return Optional.of(new Refusal(Reason.EMAIL_TAKEN).on("email"));
        }
        return Optional.empty();
    }

    private <T> T read(Function<MemberMapper, T> question) {
        return transactions.read(session -> question.apply(session.getMapper(MemberMapper.class)));
    }
}
