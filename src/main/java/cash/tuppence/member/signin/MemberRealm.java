package cash.tuppence.member.signin;

import cash.tuppence.member.CredentialsRow;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.PasswordMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;

/** Where Shiro asks whether a password is right. */
final class MemberRealm extends AuthenticatingRealm {
    static final String NAME = "members";

    private static final Viewer NOBODY = new Viewer(0, 0, "", "", false);

    private final Members members;
    private final Passwords passwords;

    MemberRealm(Members members, Passwords passwords) {
        this.members = members;
        this.passwords = passwords;
        setName(NAME);
        setAuthenticationTokenClass(UsernamePasswordToken.class);
        setCachingEnabled(false);
        PasswordMatcher matcher = new PasswordMatcher();
        matcher.setPasswordService(passwords);
        setCredentialsMatcher(matcher);
    }

    /** An address that nobody has, or whose owner may not come in, is answered with nobody's password, so that it takes as long to be refused; and nobody is looked for, too. */
    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        Optional<CredentialsRow> credentials =
                members.credentials((String) token.getPrincipal()).filter(CredentialsRow::active);
        Viewer viewer = members.viewer(credentials.map(CredentialsRow::memberId).orElse(NOBODY.memberId()))
                .orElse(NOBODY);
        String hash = credentials.map(CredentialsRow::passwordHash).orElseGet(passwords::nobodys);
        return new SimpleAuthenticationInfo(viewer, hash, NAME);
    }

    /** This is the one moment at which the password is known, so that an old hash can be made anew. */
    @Override
    protected void assertCredentialsMatch(AuthenticationToken token, AuthenticationInfo info) {
        super.assertCredentialsMatch(token, info);
        String hash = (String) info.getCredentials();
        if (passwords.isOutdated(hash)) {
            long memberId = info.getPrincipals().oneByType(Viewer.class).memberId();
            members.replacePasswordHash(memberId, hash, passwords.encryptPassword(token.getCredentials()));
        }
    }
}
