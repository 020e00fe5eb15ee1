package cash.tuppence.member.confirm;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.ConfirmedAddresses;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.limit.Tiers;
import cash.tuppence.member.link.LinkPurpose;
import cash.tuppence.member.link.OneTimeLink;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.signin.SignIn;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/**
 * Whose address is whose. Anybody may type any address; it names the member who shows that they read its mail, and
 * whoever only typed it before loses it then. See docs/decisions/030.
 */
public final class Addresses {
    private final Transactions transactions;
    private final OneTimeLinks links;
    private final Notices notices;
    private final SignIn signIn;
    private final Revocations changes;
    private final InstantSource clock;
    private final AddressMails letters;

    /**
     * @param changes told of an address that names somebody else now, since nodes remember names
     */
    public Addresses(
            Transactions transactions,
            OneTimeLinks links,
            Notices notices,
            SignIn signIn,
            Revocations changes,
            AddressMails letters,
            InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.notices = notices;
        this.signIn = signIn;
        this.changes = changes;
        this.clock = clock;
        this.letters = letters;
    }

    public MemberAddress of(long memberId) {
        return transactions.read(session -> {
            AddressRow row = mapper(session).of(memberId).orElseThrow();
            String pending = mapper(session).pending(memberId, Times.now(clock)).orElse("");
            boolean known = row.confirmed() && pending.equals(row.email());
            return new MemberAddress(row.email(), row.confirmed(), known ? "" : pending);
        });
    }

    /**
     * What a newcomer who typed that address begins with: the address, or none yet where somebody else typed it before,
     * so that nobody is kept out by a stranger.
     *
     * @throws Refusal where a member confirmed that it is theirs
     */
    public String firstOf(SqlSession session, String typed) {
        Optional<AddressRow> holder = mapper(session).holder(typed);
        if (holder.filter(AddressRow::confirmed).isPresent()) {
            throw new Refusal(Reason.EMAIL_TAKEN).on("email");
        }
        return holder.isPresent() ? NewMember.NO_EMAIL : typed;
    }

    /** Writes the mail with the link by which a member confirms the address they typed. */
    public void askToConfirm(SqlSession session, long memberId, String email) {
        letters.askToConfirm(session, memberId, email);
    }

    /** Says that a transaction is committed in which mails of ours were written. */
    public void committed() {
        letters.committed();
    }

    /** Sends another link for what waits to be confirmed, if anything does. */
    void askAgain(long memberId) {
        MemberAddress address = of(memberId);
        if (!address.toConfirm().isEmpty()) {
            ask(memberId, address.toConfirm(), address.confirmed());
        }
    }

    /**
     * Sends a link to the address that a member wants. Theirs stays what it is until somebody follows it.
     *
     * @throws Refusal where it is theirs already, or another's
     */
    void askToChange(long memberId, String email) {
        MemberAddress address = of(memberId);
        if (address.confirmed() && address.email().equals(email)) {
            throw new Refusal(Reason.EMAIL_SAME).on("email");
        }
        Optional<AddressRow> holder =
                transactions.read(session -> mapper(session).holder(email));
        if (holder.filter(AddressRow::confirmed).isPresent()) {
            throw new Refusal(Reason.EMAIL_TAKEN).on("email");
        }
        ask(memberId, email, address.confirmed());
    }

    private void ask(long memberId, String email, boolean change) {
        transactions.execute(session -> {
            if (change) {
                links.end(session, memberId, LinkPurpose.CHANGE_EMAIL);
                letters.askToChange(session, memberId, email);
            } else {
                letters.askToConfirm(session, memberId, email);
            }
        });
        letters.committed();
    }

    /** Forgets the address that a member wanted, and goes on with theirs. */
    void forgetChange(long memberId) {
        transactions.execute(session -> links.end(session, memberId, LinkPurpose.CHANGE_EMAIL));
    }

    /** The link by which an address is confirmed, of one who signed up or of one who changes theirs. */
    Optional<OneTimeLink> toConfirm(String token) {
        return links.find(LinkPurpose.CONFIRM_EMAIL, token).or(() -> links.find(LinkPurpose.CHANGE_EMAIL, token));
    }

    Optional<OneTimeLink> toUndo(String token) {
        return links.find(LinkPurpose.UNDO_EMAIL, token);
    }

    /**
     * The address names the link's member from now on.
     *
     * @throws Refusal where the link is good no more, or another member confirmed the address meanwhile
     */
    void confirm(String token) {
        LinkPurpose purpose = toConfirm(token).orElseThrow(OneTimeLinks::over).purpose();
        transactions.execute(session -> {
            OneTimeLink link = links.use(session, purpose, token);
            AddressRow before = take(session, link);
            links.end(session, link.memberId(), LinkPurpose.CONFIRM_EMAIL);
            links.end(session, link.memberId(), LinkPurpose.CHANGE_EMAIL);
            links.end(session, link.memberId(), LinkPurpose.RESET_PASSWORD);
            if (before.confirmed() && !before.email().equals(link.email())) {
                notices.keep(session, link.memberId(), NoticeKind.EMAIL_CHANGED, before.email(), link.email());
                letters.tellOfChange(session, link.memberId(), before.email(), link.email());
            }
        });
        settled();
    }

    /** Whoever got the mail says that they are not that member. */
    void disown(String token) {
        LinkPurpose purpose = toConfirm(token).orElseThrow(OneTimeLinks::over).purpose();
        transactions.execute(session -> {
            OneTimeLink link = links.use(session, purpose, token);
            mapper(session)
                    .lock(link.memberId())
                    .filter(row -> !row.confirmed() && row.email().equals(link.email()))
                    .ifPresent(row -> mapper(session).clear(row.memberId()));
            links.end(session, link.memberId(), purpose);
        });
    }

    /**
     * The address before is the member's again, everybody is signed out, and all links that were made since are over: they
     * may be a thief's. A link that undoes an earlier change stays, since that one may be the owner's.
     *
     * @return what stands in a link by which they choose a new password
     * @throws Refusal where the link is good no more, or another member confirmed the address meanwhile
     */
    String undo(String token) {
        String reset = transactions.run(session -> {
            OneTimeLink link = links.use(session, LinkPurpose.UNDO_EMAIL, token);
            take(session, link);
            links.endSince(session, link.memberId(), link.madeAt());
            signIn.endSessions(session, link.memberId(), OptionalLong.empty());
            notices.write(session, link.memberId(), NoticeKind.EMAIL_RESTORED, link.email());
            return links.make(session, LinkPurpose.RESET_PASSWORD, link.memberId(), link.email());
        });
        settled();
        return reset;
    }

    private void settled() {
        changes.awaitEverywhere();
        letters.committed();
    }

    /** What the member had before; whoever only typed the address has none from now on. */
    private AddressRow take(SqlSession session, OneTimeLink link) {
        AddressRow before = mapper(session).lock(link.memberId()).orElseThrow();
        Optional<AddressRow> other =
                mapper(session).lockHolder(link.email()).filter(holder -> holder.memberId() != link.memberId());
        if (other.filter(AddressRow::confirmed).isPresent()) {
            throw new Refusal(Reason.EMAIL_TAKEN);
        }
        other.ifPresent(holder -> mapper(session).clear(holder.memberId()));
        try {
            mapper(session).set(link.memberId(), link.email(), Times.now(clock));
        } catch (PersistenceException e) {
            throw Members.takenBy(e).<RuntimeException>map(taken -> taken).orElse(e);
        }
        ConfirmedAddresses.note(session, link.email());
        Tiers.emailConfirmed(session, before.memberId(), before.profileId());
        changes.note(session);
        return before;
    }

    private static AddressMapper mapper(SqlSession session) {
        return session.getMapper(AddressMapper.class);
    }
}
