package cash.tuppence.member.signin;

import java.util.Collection;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.pam.ModularRealmAuthenticator;
import org.apache.shiro.realm.Realm;

/** Asks the one realm that a token is for. Asking all in turn would hide why the right one refused. */
final class OneRealmEach extends ModularRealmAuthenticator {
    @Override
    protected AuthenticationInfo doMultiRealmAuthentication(Collection<Realm> realms, AuthenticationToken token) {
        Realm responsible = realms.stream()
                .filter(realm -> realm.supports(token))
                .findFirst()
                .orElseThrow();
        return doSingleRealmAuthentication(responsible, token);
    }
}
