package cash.tuppence.member.signin;

import java.util.List;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;

/** Believes our own code, which has made sure who somebody is; nothing from outside makes its token. */
final class VouchedRealm extends AuthenticatingRealm {
    VouchedRealm() {
        setName("vouched");
        setAuthenticationTokenClass(VouchedToken.class);
        setCachingEnabled(false);
        setCredentialsMatcher(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        VouchedToken vouched = (VouchedToken) token;
        // Who it is comes first; what follows is told to the session that begins.
        PrincipalCollection who =
                new SimplePrincipalCollection(List.of(vouched.viewer(), vouched.arrival()), getName());
        return new SimpleAuthenticationInfo(who, token.getCredentials());
    }
}
