package cash.tuppence.app;

import cash.tuppence.business.Businesses;
import cash.tuppence.business.DirectoryServlet;
import cash.tuppence.business.Origins;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.Team;
import cash.tuppence.business.TeamChanges;
import cash.tuppence.business.card.Cards;
import cash.tuppence.business.connect.ConnectPage;
import cash.tuppence.business.connect.ConnectServlet;
import cash.tuppence.business.connect.Connections;
import cash.tuppence.business.connect.SweepCodes;
import cash.tuppence.business.connect.TokenServlet;
import cash.tuppence.business.keys.ApiKeys;
import cash.tuppence.business.keys.KeyMapper;
import cash.tuppence.business.keys.KeysServlet;
import cash.tuppence.business.keys.RevokeKeyServlet;
import cash.tuppence.business.keys.RollKeyServlet;
import cash.tuppence.business.keys.SecretKeys;
import cash.tuppence.business.popup.Popups;
import cash.tuppence.business.settings.OriginsServlet;
import cash.tuppence.business.settings.PictureServlet;
import cash.tuppence.business.settings.SecretsServlet;
import cash.tuppence.business.settings.SettingsServlet;
import cash.tuppence.business.start.Attention;
import cash.tuppence.business.start.BusinessesServlet;
import cash.tuppence.business.start.FirstSteps;
import cash.tuppence.business.start.NewBusinessServlet;
import cash.tuppence.business.start.OverviewServlet;
import cash.tuppence.business.start.Takings;
import cash.tuppence.business.team.Invitations;
import cash.tuppence.business.team.JoinServlet;
import cash.tuppence.business.team.LeaveServlet;
import cash.tuppence.business.team.TeamBook;
import cash.tuppence.business.team.TeamMemberServlet;
import cash.tuppence.business.team.TeamPage;
import cash.tuppence.business.team.TeamServlet;
import cash.tuppence.business.team.WithdrawServlet;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.LastUses;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.Route;
import java.util.List;
import java.util.stream.Stream;

/** What {@code business} brings. */
final class BusinessParts {
    private final Profiles profiles;
    private final Team team;
    private final ApiKeys keys;
    private final LastUses keyUses;
    private final Origins origins;
    private final RedirectSecrets secrets;
    private final Businesses businesses;
    private final Cards cards;
    private final Pictures pictures;
    private final PictureMaker maker;
    private final Takings takings;
    private final TeamBook teamBook;
    private final Invitations invitations;
    private final Connections connections;

    BusinessParts(Foundation base, MailParts mail, MemberParts member, Team team) {
        profiles = member.profiles();
        this.team = team;
        keys = new ApiKeys(base.transactions(), member.revocations(), base.keys(), base.clock(), base.trail());
        keyUses = new LastUses(
                "note-key-uses",
                base.transactions(),
                base.clock(),
                session -> session.getMapper(KeyMapper.class)::noteUse);
        origins = new Origins(base.transactions(), base.clock(), base.trail());
        secrets = new RedirectSecrets(base.transactions(), base.secrets(), base.clock(), base.trail());
        takings = new Takings(base.transactions(), base.clock());
        cards = new Cards(base.transactions(), member.revocations(), base.clock());
        pictures = member.pictures();
        maker = member.pictureMaker();
        TeamChanges changes = new TeamChanges(base.keys(), base.clock(), base.trail());
        teamBook = new TeamBook(base.transactions(), changes);
        invitations = new Invitations(
                base.transactions(),
                profiles,
                team,
                changes,
                mail.mails(),
                mail.urls(),
                base.secrets(),
                base.keys(),
                base.clock());
        connections =
                new Connections(base.transactions(), team, keys, origins, base.keys(), base.clock(), base.trail());
        businesses = new Businesses(base.transactions(), profiles, team, secrets, changes, base.keys(), base.clock());
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

    Popups popups() {
        return new Popups(origins);
    }

    RedirectSecrets secrets() {
        return secrets;
    }

    Cards cards() {
        return cards;
    }

    TeamBook teamBook() {
        return teamBook;
    }

    Businesses businesses() {
        return businesses;
    }

    /**
     * @param attentions what other features say of a business
     */
    List<Route> routes(Web web, List<Attention> attentions) {
        return Stream.of(start(web, attentions), settings(web), keyPages(web), connectPages(web), teamPages(web))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> start(Web web, List<Attention> attentions) {
        FirstSteps steps = new FirstSteps(origins, keys, takings);
        return List.of(
                Route.open("/directory", new DirectoryServlet(web.pages(), profiles, cards)),
                Route.member("/business", new BusinessesServlet(web.pages(), businesses)),
                Route.member("/business/new", new NewBusinessServlet(web.pages(), businesses, web.limits())),
                Route.business(
                        Route.BUSINESS, "overview", new OverviewServlet(web.pages(), takings, steps, attentions)));
    }

    private List<Route> settings(Web web) {
        String path = Route.BUSINESS + "/settings";
        boolean allowsPlain = !web.pages().urls().isHttps();
        return List.of(
                Route.business(path, "settings", new SettingsServlet(web.pages(), cards)),
                Route.business(path + "/picture", "settings", new PictureServlet(web.pages(), cards, pictures, maker)),
                Route.business(path + "/origins", "origins", new OriginsServlet(web.pages(), origins, allowsPlain)),
                Route.business(path + "/secrets", "secrets", new SecretsServlet(web.pages(), secrets)));
    }

    private List<Route> keyPages(Web web) {
        String path = Route.BUSINESS + "/keys";
        return List.of(
                Route.business(path, "keys", new KeysServlet(web.pages(), keys)),
                Route.business(path + "/{id}/roll", "keys", new RollKeyServlet(web.pages(), keys)),
                Route.business(path + "/{id}/revoke", "keys", new RevokeKeyServlet(web.pages(), keys)));
    }

    private List<Route> connectPages(Web web) {
        ConnectPage page = new ConnectPage(businesses, team, origins);
        return List.of(
                Route.open("/business/connect", new ConnectServlet(web.pages(), page, connections, web.limits())),
                Route.file(
                        "/api/v1/connect/token",
                        new TokenServlet(
                                web.json(), connections, profiles, web.pages().addresses(), web.limits())));
    }

    private List<Route> teamPages(Web web) {
        String path = Route.BUSINESS + "/team";
        TeamPage page = new TeamPage(teamBook, invitations, web.pages().urls());
        return List.of(
                Route.business(path, "team", new TeamServlet(web.pages(), page, invitations, web.limits())),
                Route.business(path + "/members/{id}", "team", new TeamMemberServlet(web.pages(), page, teamBook)),
                Route.business(path + "/invitations/{id}", "team", new WithdrawServlet(web.pages(), invitations)),
                Route.business(path + "/leave", "membership", new LeaveServlet(web.pages(), teamBook)),
                Route.open("/business/join/{token}", new JoinServlet(web.pages(), invitations, web.limits())));
    }

    SecretKeys secretKeys() {
        return new SecretKeys(keys, keyUses);
    }

    List<Job> jobs() {
        return List.of(keyUses, new SweepCodes(connections));
    }
}
