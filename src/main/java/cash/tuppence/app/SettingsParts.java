package cash.tuppence.app;

import cash.tuppence.business.data.TeamData;
import cash.tuppence.business.team.TeamFarewell;
import cash.tuppence.member.data.Archive;
import cash.tuppence.member.data.ArchiveServlet;
import cash.tuppence.member.data.DataServlet;
import cash.tuppence.member.data.Dataset;
import cash.tuppence.member.data.OwnDatasets;
import cash.tuppence.member.leave.Farewell;
import cash.tuppence.member.leave.Leaving;
import cash.tuppence.member.leave.MemberFarewell;
import cash.tuppence.member.picture.MarkServlet;
import cash.tuppence.member.settings.HandleServlet;
import cash.tuppence.member.settings.OwnPictureServlet;
import cash.tuppence.member.settings.ProfilePage;
import cash.tuppence.member.settings.ProfileSettings;
import cash.tuppence.member.settings.ProfileSettingsServlet;
import cash.tuppence.member.settings.SettingsServlet;
import cash.tuppence.member.token.OwnTokens;
import cash.tuppence.member.token.RevokeTokenServlet;
import cash.tuppence.member.token.TokensServlet;
import cash.tuppence.wallet.data.TransferData;
import cash.tuppence.wallet.leave.LeaveServlet;
import cash.tuppence.wallet.leave.WalletFarewell;
import cash.tuppence.wallet.send.Recipients;
import cash.tuppence.web.Route;
import cash.tuppence.web.page.StaticPageServlet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages on which a member looks after themself. */
final class SettingsParts {
    private final Tuppence tuppence;
    private final MemberParts member;
    private final Foundation base;

    SettingsParts(Tuppence tuppence) {
        this.tuppence = tuppence;
        member = tuppence.member();
        base = tuppence.base();
    }

    List<Route> routes(Web web) {
        return Stream.of(profile(web), tokens(web), data(web), leaving(web))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> profile(Web web) {
        String path = "/settings/profile";
        ProfileSettings settings =
                new ProfileSettings(base.transactions(), member.formerHandles(), member.revocations());
        ProfilePage page = new ProfilePage(web.pages(), member.profiles(), member.pictures(), settings);
        return List.of(
                Route.member("/settings", new SettingsServlet(web.pages())),
                Route.member(path, new ProfileSettingsServlet(web.pages(), settings, page)),
                Route.member(path + "/handle", new HandleServlet(web.pages(), settings, page)),
                Route.member(
                        path + "/picture",
                        new OwnPictureServlet(web.pages(), member.pictures(), member.pictureMaker(), page)),
                Route.file("/@{handle}/mark.png", new MarkServlet(web.pages(), member.pictures())));
    }

    private List<Route> tokens(Web web) {
        String path = "/settings/security/tokens";
        OwnTokens own = new OwnTokens(base.transactions(), member.tokens(), member.notices());
        return List.of(
                Route.member(path, new TokensServlet(web.pages(), own, base.clock()))
                        .withStepUp(),
                Route.member(path + "/{id}/revoke", new RevokeTokenServlet(web.pages(), member.tokens())));
    }

    private List<Route> data(Web web) {
        Archive archive = new Archive(datasets(), web.json());
        return List.of(
                Route.member("/settings/data", new DataServlet(web.pages())),
                Route.member(
                                "/settings/data/tuppence.zip",
                                new ArchiveServlet(web.pages(), archive, member.pictures(), web.limits()))
                        .withStepUp());
    }

    /** What each feature keeps about a member. */
    private List<Dataset> datasets() {
        OwnDatasets own = new OwnDatasets(base.transactions(), tuppence.cash().accounts());
        Stream<Dataset> ofOthers = Stream.of(
                new TeamData(tuppence.business().businesses()).dataset(),
                new TransferData(tuppence.wallet().activity()).dataset());
        return Stream.concat(own.all().stream(), ofOthers).toList();
    }

    private List<Route> leaving(Web web) {
        WalletFarewell wallet = new WalletFarewell(tuppence.cash().accounts());
        Leaving leaving = new Leaving(base.transactions(), member.revocations(), farewells(wallet, web), base.trail());
        Recipients recipients = new Recipients(tuppence.wallet().book(), member.members());
        LeaveServlet leave = new LeaveServlet(
                web.pages(), leaving, wallet, recipients, tuppence.wallet().sending(), member.signIn());
        return List.of(
                Route.member("/settings/close", leave).withStepUp(),
                Route.open("/goodbye", new StaticPageServlet(web.pages(), "goodbye", Map.of())));
    }

    /** In the order in which the posting stage locks: accounts first. */
    private List<Farewell> farewells(WalletFarewell wallet, Web web) {
        BusinessParts business = tuppence.business();
        return List.of(
                wallet,
                new TeamFarewell(business.businesses(), business.team(), business.teamBook()),
                new MemberFarewell(
                        tuppence.mail().mails(), member.formerHandles(), base.secrets(), web.json(), base.clock()));
    }
}
