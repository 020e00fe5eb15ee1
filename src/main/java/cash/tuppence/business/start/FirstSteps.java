package cash.tuppence.business.start;

import cash.tuppence.business.Origins;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.core.Asset;
import java.util.List;

/** What a new merchant does first, and what of it is done. */
public final class FirstSteps {
    private final Origins origins;
    private final ApiKeys keys;
    private final Takings takings;

    public FirstSteps(Origins origins, ApiKeys keys, Takings takings) {
        this.origins = origins;
        this.keys = keys;
        this.takings = takings;
    }

    /**
     * @param name by which the template tells what to do
     * @param may whether the member's role covers it
     */
    public record Step(String name, boolean done, boolean may) {}

    List<Step> of(Acting acting) {
        long profileId = acting.profileId();
        return List.of(
                new Step("origin", !origins.of(profileId).isEmpty(), acting.mayWrite("origins")),
                new Step("key", !keys.list(profileId).isEmpty(), acting.mayWrite("keys")),
                new Step("try", takings.any(profileId, Asset.XTS), acting.mayRead("checkouts")),
                new Step("live", takings.any(profileId, Asset.USD), acting.mayRead("checkouts")));
    }
}
