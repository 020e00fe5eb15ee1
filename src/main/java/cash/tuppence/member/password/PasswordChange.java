package cash.tuppence.member.password;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.member.signin.SignIn;
import java.util.OptionalLong;

/** Changes a password, for whoever knows the one before. */
public final class PasswordChange {
    private final Transactions transactions;
    private final Members members;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignIn signIn;
    private final Notices notices;
    private final Revocations revocations;

    public PasswordChange(
            Transactions transactions,
            Members members,
            Passwords passwords,
            PasswordRules rules,
            SignIn signIn,
            Notices notices,
            Revocations revocations) {
        this.transactions = transactions;
        this.members = members;
        this.passwords = passwords;
        this.rules = rules;
        this.signIn = signIn;
        this.notices = notices;
        this.revocations = revocations;
    }

    /** The new password, where it may be one for that member. */
    String check(Viewer member, String password) {
        return rules.check(
                password,
                member.name(),
                member.handle(),
                members.email(member.memberId()).orElse(""));
    }

    /**
     * @param session the member's own, which goes on; all others end
     * @throws Refusal where the old one is wrong, or the new one is no other
     */
    void change(Viewer member, String old, String password, OptionalLong session) {
        String before = hash(member);
        if (!passwords.passwordsMatch(old, before)) {
            throw new Refusal(Reason.PASSWORD_WRONG).on("password_now");
        }
        if (old.equals(password)) {
            throw new Refusal(Reason.PASSWORD_SAME).on("password");
        }
        replace(member.memberId(), before, passwords.encryptPassword(password), session);
        revocations.awaitEverywhere();
        notices.committed();
    }

    private String hash(Viewer member) {
        return transactions
                .read(open -> open.getMapper(MemberMapper.class).passwordHash(member.memberId()))
                .orElseThrow();
    }

    private void replace(long memberId, String before, String after, OptionalLong session) {
        transactions.execute(open -> {
            if (open.getMapper(MemberMapper.class).replacePasswordHash(memberId, before, after) == 0) {
                throw new Refusal(Reason.STATE_CONFLICT);
            }
            signIn.endSessions(open, memberId, session);
            notices.write(open, memberId, NoticeKind.PASSWORD_CHANGED);
        });
    }
}
