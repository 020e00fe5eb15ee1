package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.frame.RoleTable;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page of a team shows. */
public final class TeamPage {
    static final String TEMPLATE = "business/team";
    static final String PATH = "/team";

    private final TeamBook team;
    private final Invitations invitations;
    private final Urls urls;

    public TeamPage(TeamBook team, Invitations invitations, Urls urls) {
        this.team = team;
        this.invitations = invitations;
        this.urls = urls;
    }

    /**
     * An invitation, with the link to hand over.
     *
     * @param link empty for a member who could not have made it
     */
    public record Shown(OpenInvitation invitation, String link) {}

    Map<String, Object> model(Page page) {
        Acting acting = Acting.of(page.request());
        List<Role> given = acting.mayWrite("team") ? RoleTable.givenBy(acting.role()) : List.of();
        Map<String, Object> model = new HashMap<>();
        model.put("members", team.members(acting.profileId()));
        model.put(
                "invitations",
                invitations.open(acting.profileId()).stream()
                        .map(one -> shown(one, given))
                        .toList());
        model.put("changes", team.changes(acting.profileId()));
        model.put("given", given);
        return model;
    }

    private Shown shown(OpenInvitation invitation, List<Role> given) {
        return new Shown(invitation, given.contains(invitation.role()) ? urls.absolute(invitation.path()) : "");
    }

    static Role role(String text) {
        return Role.find(text).orElseThrow(() -> new Refusal(Reason.MISSING).on("role"));
    }

    /** The number that the URL names. */
    static long id(Page page) {
        String text = page.variable("id");
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        return Long.parseLong(text);
    }
}
