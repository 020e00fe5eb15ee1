package cash.tuppence.member.signin;

import cash.tuppence.member.Viewer;
import org.apache.shiro.authc.AuthenticationToken;

/** A member whom this very request made. */
record NewcomerToken(Viewer viewer) implements AuthenticationToken {
    @Override
    public Object getPrincipal() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
