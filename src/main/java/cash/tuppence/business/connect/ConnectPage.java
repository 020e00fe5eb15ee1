package cash.tuppence.business.connect;

import cash.tuppence.business.Businesses;
import cash.tuppence.business.Origin;
import cash.tuppence.business.Origins;
import cash.tuppence.business.Team;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.keys.KeyPermission;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileState;
import cash.tuppence.member.Viewer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the page shows on which a member says yes or no to a program. */
public final class ConnectPage {
    private final Businesses businesses;
    private final Team team;
    private final Origins origins;

    public ConnectPage(Businesses businesses, Team team, Origins origins) {
        this.businesses = businesses;
        this.team = team;
        this.origins = origins;
    }

    /**
     * A business to which the member may connect the program.
     *
     * @param registered whether the program's site is one of its own already
     */
    public record Choice(long profileId, String name, String handle, boolean registered) {}

    Map<String, Object> model(Wish wish, Viewer viewer) {
        List<Choice> choices = choices(wish, viewer);
        Map<String, Object> model = new HashMap<>();
        model.put("wish", wish);
        model.put("choices", choices);
        model.put("can", powers(wish::may));
        model.put("cannot", powers(one -> !wish.may(one)));
        model.put("sends", wish.livemode() && wish.may(KeyPermission.TRANSFERS_WRITE));
        model.put("registers", choices.stream().anyMatch(choice -> !choice.registered()));
        model.put("next", wish.path());
        return model;
    }

    /** The business of that handle, where the member may connect the program to it. */
    Optional<Choice> choice(Wish wish, Viewer viewer, String handle) {
        return choices(wish, viewer).stream()
                .filter(choice -> choice.handle().equals(handle))
                .findFirst();
    }

    private List<Choice> choices(Wish wish, Viewer viewer) {
        return businesses.of(viewer.memberId()).stream()
                .map(Businesses.Mine::profile)
                .filter(profile -> wish.mayBeGrantedBy(area -> Acting.mayFor(profile.id(), area, "write")))
                .filter(profile -> isActive(viewer, profile))
                .map(profile -> choice(profile, wish.origin()))
                .toList();
    }

    private boolean isActive(Viewer viewer, Profile profile) {
        return team.standing(viewer.memberId(), profile.id())
                .filter(standing -> standing.state() == ProfileState.ACTIVE)
                .isPresent();
    }

    private Choice choice(Profile profile, Origin origin) {
        boolean registered = origins.of(profile.id()).contains(origin);
        return new Choice(profile.id(), profile.name(), profile.handle(), registered);
    }

    private static List<String> powers(Predicate<KeyPermission> which) {
        return Arrays.stream(KeyPermission.values())
                .filter(which)
                .map(KeyPermission::text)
                .toList();
    }
}
