package cash.tuppence.business.frame;

import cash.tuppence.business.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.permission.WildcardPermission;

/**
 * What each role may do: the one place where that is said. A permission is {@code business:ID:AREA:ACTION}; a page
 * declares its area with its route, reading is looking at it and writing is sending it a form.
 */
public final class RoleTable {
    /** Whoever may not even read this is no member of the team. */
    static final String FIRST_AREA = "overview";

    static final String READ = "read";
    public static final String WRITE = "write";
    private static final List<String> ACTIONS = List.of(READ, WRITE);

    /** All areas there are; a route that names another one is a mistake and refused at start. */
    static final List<String> AREAS = List.of(
            FIRST_AREA,
            "membership",
            "wallet",
            "send",
            "bank",
            "checkouts",
            "refunds",
            "buttons",
            "keys",
            "webhooks",
            "team",
            "books",
            "settings",
            "origins",
            "secrets");

    private static final Map<Role, List<String>> TABLE = Map.of(
            Role.OWNER,
            List.of("*"),
            Role.MANAGER,
            List.of(
                    "overview,membership,wallet,send,bank,checkouts,refunds,buttons,team,books,settings",
                    "origins,webhooks:read"),
            Role.DEVELOPER,
            List.of("membership,buttons,keys,webhooks,origins,secrets", "overview,checkouts,team,settings:read"),
            Role.CASHIER,
            List.of("membership,checkouts,refunds", "overview:read"));

    private RoleTable() {}

    /** What that role may do in that business. */
    static List<Permission> of(Role role, long profileId) {
        return TABLE.get(role).stream()
                .map(rule -> (Permission) new WildcardPermission("business:" + profileId + ":" + rule))
                .toList();
    }

    static Permission permission(long profileId, String area, String action) {
        return new WildcardPermission("business:" + profileId + ":" + area + ":" + action);
    }

    /** Whether the role may do all that the other may: nobody hands out more than they have. */
    public static boolean covers(Role role, Role other) {
        return AREAS.stream()
                .allMatch(area ->
                        ACTIONS.stream().allMatch(action -> may(role, area, action) || !may(other, area, action)));
    }

    /** Whether the role may do that. */
    public static boolean may(Role role, String area, String action) {
        Permission wanted = permission(0, area, action);
        return of(role, 0).stream().anyMatch(own -> own.implies(wanted));
    }

    /** The roles that such a member of a team may give, and take. */
    public static List<Role> givenBy(Role role) {
        return Arrays.stream(Role.values())
                .filter(other -> covers(role, other))
                .filter(other -> role == Role.OWNER || other != role)
                .toList();
    }
}
