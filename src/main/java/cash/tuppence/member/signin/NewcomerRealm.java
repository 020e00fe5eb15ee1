package cash.tuppence.member.signin;

import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;

/** Believes what our own code says about somebody who came in a moment ago; nothing from outside makes its token. */
final class NewcomerRealm extends AuthenticatingRealm {
    NewcomerRealm() {
        setName("newcomers");
        setAuthenticationTokenClass(NewcomerToken.class);
        setCachingEnabled(false);
        setCredentialsMatcher(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        return new SimpleAuthenticationInfo(token.getPrincipal(), token.getCredentials(), getName());
    }
}
