package cash.tuppence.business.frame;

import cash.tuppence.business.Team;
import cash.tuppence.member.Viewer;
import java.util.HashSet;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.util.ThreadContext;

/** Where Shiro asks what somebody may do in which business. It signs nobody in. */
public final class TeamRealm extends AuthorizingRealm {
    private final Team team;

    public TeamRealm(Team team) {
        this.team = team;
        setName("teams");
        setCachingEnabled(false);
    }

    @Override
    public boolean supports(AuthenticationToken token) {
        return false;
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        throw new IllegalStateException("no token is for this realm");
    }

    /** Read once a request, and never kept longer: whoever is removed from a team is out with their next click. */
    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        long memberId = principals.oneByType(Viewer.class).memberId();
        String key = TeamRealm.class.getName() + "." + memberId;
        AuthorizationInfo read = (AuthorizationInfo) ThreadContext.get(key);
        if (read == null) {
            read = read(memberId);
            ThreadContext.put(key, read);
        }
        return read;
    }

    private AuthorizationInfo read(long memberId) {
        Set<Permission> permissions = new HashSet<>();
        team.rolesOf(memberId).forEach(place -> permissions.addAll(RoleTable.of(place.role(), place.profileId())));
        SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
        info.setObjectPermissions(permissions);
        return info;
    }
}
