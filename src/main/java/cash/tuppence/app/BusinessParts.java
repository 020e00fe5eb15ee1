package cash.tuppence.app;

import cash.tuppence.business.ApiKeys;
import cash.tuppence.business.Businesses;
import cash.tuppence.business.DirectoryServlet;
import cash.tuppence.business.Origins;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.SecretKeys;
import cash.tuppence.business.Team;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.Route;
import java.util.List;

/** What {@code business} brings. */
final class BusinessParts {
    private final Profiles profiles;
    private final Team team;
    private final ApiKeys keys;
    private final Origins origins;
    private final RedirectSecrets secrets;
    private final Businesses businesses;

    BusinessParts(Foundation base, MemberParts member) {
        profiles = member.profiles();
        team = new Team(base.transactions(), base.clock());
        keys = new ApiKeys(base.transactions(), member.revocations(), base.keys(), base.clock());
        origins = new Origins(base.transactions(), base.clock());
        secrets = new RedirectSecrets(base.transactions(), base.secrets(), base.clock());
        businesses = new Businesses(base.transactions(), team, secrets, base.keys(), base.clock());
    }

    Team team() {
        return team;
    }

    ApiKeys keys() {
        return keys;
    }

    Origins origins() {
        return origins;
    }

    RedirectSecrets secrets() {
        return secrets;
    }

    Businesses businesses() {
        return businesses;
    }

    List<Route> routes(Web web) {
        return List.of(Route.open("/directory", new DirectoryServlet(web.pages(), profiles)));
    }

    SecretKeys secretKeys() {
        return new SecretKeys(keys);
    }
}
