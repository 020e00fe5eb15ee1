package cash.tuppence.member.signin;

import cash.tuppence.member.Viewer;
import org.apache.shiro.authc.AuthenticationToken;

/** A member of whom our own code has made sure that it is them. */
record VouchedToken(Viewer viewer, Arrival arrival) implements AuthenticationToken {
    @Override
    public Object getPrincipal() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
