package cash.tuppence.member.region;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where people are admitted from: what they see, what an operator does, and who is told of it. */
class RegionPagesTest {
    private static final String OFFICE = "/backoffice/regions";

    private static TestServer server;
    private static TestBrowser operator;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        operator = server.signedIn("admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply set(String code, String action, String reason) {
        return operator.post(OFFICE, Map.of("code", code, "action", action, "reason", reason));
    }

    private static Reply signUp(String handle, String region) {
        return server.browser()
                .post(
                        "/signup",
                        Map.of(
                                "name", "Gil Guam",
                                "handle", handle,
                                "email", handle + "@example.test",
                                "password", "coconuts and crabs",
                                "region", region,
                                "adult", "true",
                                "terms", "true"));
    }

    private static Reply await(String region, String email) {
        return server.browser().post("/regions/" + region, Map.of("email", email));
    }

    private static long waiting(String region) {
        return Rows.number(server, "select count(*) from region_waiters where region = '" + region + "'");
    }

    @Test
    void whoLivesWhereItIsClosedIsToldWhyAndLeavesAnAddressAndHoldsNoCash() {
        Reply refused = signUp("gil-guam", "US-GU").expect(422);
        assertThat(refused.error("region")).isPresent();
        assertThat(refused.body()).contains("href=\"/regions/US-GU\"");

        Reply page = server.browser().get("/regions/US-GU").expect(200);
        assertThat(page.hook("reason").orElseThrow()).contains("not licensed");
        assertThat(await("US-GU", "gil@example.test").expect(303).location()).endsWith("/regions/US-GU?done=yes");

        assertThat(waiting("US-GU")).isEqualTo(1);
        assertThat(Rows.number(server, "select count(*) from profiles where handle = 'gil-guam'"))
                .isZero();
    }

    @Test
    void anAddressWaitsOnceAndNobodyIsToldWhetherItWaitsAlready() {
        Reply first = await("US-AS", "ann@example.test").expect(303);
        Reply second = await("US-AS", "Ann@Example.test").expect(303);

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(waiting("US-AS")).isEqualTo(1);
        assertThat(await("US-AS", "no address").expect(422).error("email")).isPresent();
        server.browser().get("/regions/US-XX").expect(404);
    }

    @Test
    void anOperatorOpensARegionAndThoseWhoWaitedAreToldOnceAndForgotten() {
        await("US-MP", "mia@example.test").expect(303);
        await("US-MP", "max@example.test").expect(303);

        set("US-MP", "open", "Licensed since November.").expect(303);
        server.runJob(TellWaiters.NAME);
        server.runJob(TellWaiters.NAME);

        assertThat(waiting("US-MP")).isZero();
        assertThat(Rows.number(
                        server,
                        "select count(*) from mails where recipient in ('mia@example.test',"
                                + " 'max@example.test') and template = 'region-open'"))
                .isEqualTo(2);
        signUp("mia-mp", "US-MP").expect(303);
        assertThat(server.browser().get("/regions/US-MP").expect(200).body()).contains("We are open there");
    }

    @Test
    void aRegionIsClosedWithAReasonThatIsShownAndWhoeverIsInStays() {
        signUp("wyn-wy", "US-WY").expect(303);
        assertThat(set("US-WY", "close", " ").expect(422).error("reason")).isPresent();

        set("US-WY", "close", "The state asked us to wait.").expect(303);

        signUp("wes-wy", "US-WY").expect(422);
        assertThat(server.browser().get("/regions/US-WY").hook("reason").orElseThrow())
                .isEqualTo("The state asked us to wait.");
        server.browser()
                .post("/login", Map.of("email", "wyn-wy@example.test", "password", "coconuts and crabs"))
                .expect(303);
        assertThat(Rows.number(
                        server,
                        "select count(*) from region_changes c join members m on m.id = c.actor_id"
                                + " where c.region = 'US-WY' and not open and m.email = 'admin@example.test'"))
                .isEqualTo(1);
    }

    @Test
    void isForOperatorsAlone() {
        server.signedIn("payer").get(OFFICE).expect(403);
        assertThat(server.browser().get(OFFICE).expect(303).location()).startsWith("/login");
        assertThat(operator.get(OFFICE).expect(200).body()).contains("Guam", "US-GU", "US-UM");
    }

    @Test
    void aRegionOrAnActThatThereIsNotIsSaid() {
        assertThat(set("US-XX", "open", "").expect(422).error("code")).isPresent();
        set("US-VI", "abolish", "Why not").expect(422);
    }
}
