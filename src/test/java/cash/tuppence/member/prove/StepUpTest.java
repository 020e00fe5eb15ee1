package cash.tuppence.member.prove;

import static cash.tuppence.member.prove.FactorPages.APP;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.SoftPasskey;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepUpTest {
    private static final String PROVE = "/settings/prove";
    private static final String ASKED = PROVE + "?next=%2Fsettings%2Fsecurity%2Fapp";

    private TestServer server;
    private FactorPages pages;
    private TestBrowser payer;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pages = new FactorPages(server);
        payer = server.signedIn("payer");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply prove(TestBrowser browser, Map<String, String> fields) {
        return browser.post(ASKED, PROVE, fields);
    }

    @Test
    void isNotAskedRightAfterSigningIn() {
        payer.get(APP).expect(200);
        server.clock().advance(Duration.ofMinutes(5).minusSeconds(1));
        payer.get(APP).expect(200);
    }

    @Test
    void asksForThePasswordOfWhoeverHasNothingElse() {
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(payer.get(APP).expect(303).location()).isEqualTo(ASKED);
        assertThat(prove(payer, Map.of("password", "wrong-one")).expect(422).error("password"))
                .isPresent();
        payer.get(APP).expect(303);
        assertThat(prove(payer, Map.of("password", "tuppence-demo")).expect(303).location())
                .isEqualTo(APP);
        payer.get(APP).expect(200);
    }

    @Test
    void asksForTheCodeWhereThereIsAnAppAndTakesNoPassword() {
        FactorPages.App app = pages.setUpApp(payer);
        server.clock().advance(Duration.ofMinutes(6));
        payer.get(APP).expect(303);
        prove(payer, Map.of("password", "tuppence-demo")).expect(422);
        payer.get(APP).expect(303);
        prove(payer, Map.of("code", pages.code(app.totp()))).expect(303);
        payer.get(APP).expect(200);
        server.clock().advance(Duration.ofMinutes(6));
        prove(payer, Map.of("code", app.codes().get(0))).expect(303);
        payer.get(APP).expect(200);
    }

    @Test
    void asksForAPasskeyOfTheirOwn() {
        SoftPasskey own = pages.passkey();
        pages.addPasskey(payer, "Mine", own).expect(200);
        TestBrowser friend = server.signedIn("friend");
        SoftPasskey others = pages.passkey();
        pages.addPasskey(friend, "Theirs", others).expect(200);
        server.clock().advance(Duration.ofMinutes(6));
        Reply page = payer.get(ASKED).expect(200);
        FactorPages.send(payer, PROVE, page, others.show(FactorPages.options(page)))
                .expect(422);
        FactorPages.send(payer, PROVE, page, own.show(FactorPages.signInOptions(payer)))
                .expect(422);
        payer.get(APP).expect(303);
        FactorPages.send(payer, PROVE, page, own.show(FactorPages.options(page)))
                .expect(303);
        payer.get(APP).expect(200);
    }

    @Test
    void keepsAFormThatCameTooLateFromBeingDoneAndLeadsBackToItsPage() {
        FactorPages.App app = pages.setUpApp(payer);
        Reply page = payer.get(APP);
        server.clock().advance(Duration.ofMinutes(6));
        Reply reply = FactorPages.send(payer, APP, page, Map.of("action", "remove"));
        assertThat(reply.expect(303).location()).isEqualTo(PROVE + "?next=%2Fsettings%2Fsecurity");
        prove(payer, Map.of("code", pages.code(app.totp()))).expect(303);
        assertThat(payer.get(APP).expect(200).body()).contains("Stop asking for codes");
    }

    @Test
    void holdsForThatSessionAlone() {
        TestBrowser elsewhere = server.signedIn("payer");
        server.clock().advance(Duration.ofMinutes(6));
        prove(payer, Map.of("password", "tuppence-demo")).expect(303);
        payer.get(APP).expect(200);
        elsewhere.get(APP).expect(303);
    }

    @Test
    void guardsEveryPageThatSaysSo() {
        server.clock().advance(Duration.ofMinutes(6));
        assertThat(server.routes())
                .filteredOn(Route::steppedUp)
                .isNotEmpty()
                .filteredOn(route -> route.access() == Access.MEMBER)
                .allSatisfy(route -> assertThat(payer.get(route.pattern().replaceAll("\\{[a-z]+\\*?}", "x"))
                                .location())
                        .as(route.pattern())
                        .startsWith(PROVE));
    }

    @Test
    void leadsOnWithinOurOwnPagesOnly() {
        Reply reply =
                payer.post(PROVE + "?next=https://elsewhere.example/", PROVE, Map.of("password", "tuppence-demo"));
        assertThat(reply.expect(303).location()).isEqualTo("/settings/security");
    }
}
