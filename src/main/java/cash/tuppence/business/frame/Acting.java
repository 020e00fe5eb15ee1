package cash.tuppence.business.frame;

import cash.tuppence.business.Role;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.SecurityUtils;

/**
 * A member who acts for a business. Templates know it as {@code business}.
 *
 * @param active whether the business takes part at all: where it does not, nothing is changed
 * @param navigation the pages that the role may look at
 */
public record Acting(Profile profile, Viewer member, Role role, boolean active, List<NavEntry> navigation) {
    public Acting {
        navigation = List.copyOf(navigation);
    }

    /** For whom this request acts, on a page of a business. */
    public static Acting of(ServletRequest request) {
        return Optional.ofNullable((Acting) request.getAttribute(Pages.BUSINESS))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(Pages.BUSINESS, this);
    }

    /** The business's profile, whose wallet it is. */
    public long profileId() {
        return profile.id();
    }

    public long memberId() {
        return member.memberId();
    }

    public String handle() {
        return profile.handle();
    }

    public String name() {
        return profile.name();
    }

    /** {@code /business/HANDLE} and what comes behind it: empty, or with a slash at its beginning. */
    public String path(String below) {
        return "/business/" + handle() + below;
    }

    /** Whether the role covers that, such as {@code may("keys", "write")}. */
    public boolean may(String area, String action) {
        return mayFor(profileId(), area, action);
    }

    /** Whether whoever is signed in may do that for that business, on a page that is none of its own. */
    public static boolean mayFor(long profileId, String area, String action) {
        return SecurityUtils.getSubject().isPermitted(RoleTable.permission(profileId, area, action));
    }

    public boolean mayRead(String area) {
        return may(area, RoleTable.READ);
    }

    /** Whether the role covers changing it, and the business may be changed at all: for showing a form or not. */
    public boolean mayWrite(String area) {
        return active && may(area, RoleTable.WRITE);
    }

    /**
     * For what a page does beyond its route's own area.
     *
     * @throws Refusal where the role does not cover it
     */
    public void require(String area, String action) {
        if (!may(area, action)) {
            throw new Refusal(Reason.ROLE_FORBIDS);
        }
    }
}
