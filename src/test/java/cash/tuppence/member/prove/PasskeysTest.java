package cash.tuppence.member.prove;

import static cash.tuppence.member.prove.FactorPages.PASSKEYS;
import static cash.tuppence.member.prove.FactorPages.PASSWORD;
import static cash.tuppence.member.prove.FactorPages.isSignedIn;
import static cash.tuppence.member.prove.FactorPages.options;
import static cash.tuppence.member.prove.FactorPages.sendSignIn;
import static cash.tuppence.member.prove.FactorPages.signInOptions;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.SoftPasskey;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeysTest {
    private TestServer server;
    private FactorPages pages;
    private TestBrowser payer;
    private SoftPasskey passkey;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pages = new FactorPages(server);
        payer = server.signedIn("payer");
        passkey = pages.passkey();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areMadeWithRecoveryCodesAndListedWithNameAndLastUse() {
        Reply made = pages.addPasskey(payer, "My phone", passkey).expect(200);
        assertThat(FactorPages.codes(made)).hasSize(10);
        pages.addPasskey(payer, "My key ring", pages.passkey()).expect(303);
        Reply list = payer.get(PASSKEYS);
        assertThat(list.hook("passkey-1")).contains("My phone");
        assertThat(list.hook("passkey-2")).contains("My key ring");
        assertThat(list.body()).contains("Never used").doesNotContain("Last used");
        pages.signIn(server.browser(), passkey).expect(303);
        assertThat(payer.get(PASSKEYS).body()).contains("Last used");
        assertThat(payer.get("/settings/security").expect(200).body())
                .contains("The passkey “My phone” was added", "2 passkeys.", "10 left.");
    }

    @Test
    void askForOneThatItsDeviceFindsByItselfAndAsksItsOwnerFor() {
        JsonNode asked = JsonMapper.shared().readTree(options(payer.get(PASSKEYS)));
        assertThat(asked.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
        assertThat(asked.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(asked.at("/rp/id").asString()).isEqualTo("localhost");
        assertThat(asked.at("/user/name").asString()).isEqualTo("payer@example.test");
        assertThat(asked.at("/excludeCredentials").size()).isZero();
        pages.addPasskey(payer, "My phone", passkey);
        JsonNode again = JsonMapper.shared().readTree(options(payer.get(PASSKEYS)));
        assertThat(again.at("/excludeCredentials").size()).isOne();
        assertThat(again.at("/user/id")).isEqualTo(asked.at("/user/id"));
        assertThat(again.at("/challenge")).isNotEqualTo(asked.at("/challenge"));
    }

    @Test
    void signInAlone() {
        pages.addPasskey(payer, "My phone", passkey);
        TestBrowser browser = server.browser();
        assertThat(pages.signIn(browser, passkey).expect(303).location()).isEqualTo("/wallet");
        assertThat(isSignedIn(browser)).isTrue();
        browser.get(PASSKEYS).expect(200);
    }

    @Test
    void leadOnToWhereOneWasGoing() {
        pages.addPasskey(payer, "My phone", passkey);
        TestBrowser browser = server.browser();
        Map<String, String> shown = passkey.show(signInOptions(browser));
        assertThat(FactorPages.send(browser, "/login/passkey", browser.get("/login?next=/send"), shown)
                        .location())
                .isEqualTo("/send");
    }

    @Test
    void areTheSecondStepAfterAPassword() {
        pages.addPasskey(payer, "My phone", passkey);
        TestBrowser browser = server.browser();
        assertThat(browser.post("/login", PASSWORD).expect(303).location()).isEqualTo("/login/code");
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.get("/login/code").body()).contains("data-passkey=\"sign-in\"");
        pages.signIn(browser, passkey).expect(303);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void workOnceForEachChallenge() {
        pages.addPasskey(payer, "My phone", passkey);
        Map<String, String> shown = passkey.show(signInOptions(server.browser()));
        sendSignIn(server.browser(), shown).expect(303);
        assertThat(sendSignIn(server.browser(), shown).expect(422).hook("error"))
                .isPresent();
        Map<String, String> next = passkey.show(signInOptions(server.browser()));
        List<CompletableFuture<Integer>> atOnce = Stream.generate(server::browser)
                .limit(6)
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> sendSignIn(browser, next).status()))
                .toList();
        assertThat(atOnce.stream().map(CompletableFuture::join)).containsOnlyOnce(303);
    }

    @Test
    void doNotWorkForOldChallengesOrThoseOfSomethingElse() {
        pages.addPasskey(payer, "My phone", passkey);
        String old = signInOptions(server.browser());
        String proof = options(payer.get("/settings/prove"));
        sendSignIn(server.browser(), passkey.show(proof)).expect(422);
        server.clock().advance(Duration.ofMinutes(16));
        sendSignIn(server.browser(), passkey.show(old)).expect(422);
        pages.signIn(server.browser(), passkey).expect(303);
    }

    @Test
    void doNotWorkForChallengesThatWeDidNotMake() {
        pages.addPasskey(payer, "My phone", passkey);
        String made = "{\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"rpId\":\"localhost\"}";
        sendSignIn(server.browser(), passkey.show(made)).expect(422);
    }

    @Test
    void doNotWorkOnAnotherSite() {
        pages.addPasskey(payer, "My phone", passkey);
        passkey.on("https://tuppence.example");
        pages.signIn(server.browser(), passkey).expect(422);
        passkey.on("http://localhost:1");
        pages.signIn(server.browser(), passkey).expect(422);
        String otherSite = signInOptions(server.browser()).replace("localhost", "elsewhere.example");
        sendSignIn(server.browser(), pages.passkey().show(otherSite)).expect(422);
    }

    @Test
    void doNotWorkWhereTheDeviceDidNotMakeSureWhoItIs() {
        pages.addPasskey(payer, "Careless", pages.passkey().withFlags(SoftPasskey.PRESENT))
                .expect(422);
        pages.addPasskey(payer, "My phone", passkey).expect(200);
        passkey.withFlags(SoftPasskey.PRESENT);
        pages.signIn(server.browser(), passkey).expect(422);
        passkey.withFlags(SoftPasskey.VERIFIED);
        pages.signIn(server.browser(), passkey).expect(422);
    }

    @Test
    void doNotWorkForSomebodyElse() {
        pages.addPasskey(payer, "My phone", passkey);
        SoftPasskey friends = pages.passkey();
        pages.addPasskey(server.signedIn("friend"), "Theirs", friends);
        Map<String, String> mixed = new HashMap<>(friends.show(signInOptions(server.browser())));
        mixed.put("credential", passkey.show(signInOptions(server.browser())).get("credential"));
        sendSignIn(server.browser(), mixed).expect(422);
        passkey.forUser("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        pages.signIn(server.browser(), passkey).expect(422);
        Reply friendsPage = server.signedIn("shop").get(PASSKEYS);
        FactorPages.send(
                        payer,
                        PASSKEYS,
                        payer.get(PASSKEYS),
                        Map.of("action", "add", "name", "Other"),
                        pages.passkey().create(options(friendsPage)))
                .expect(422);
    }

    @Test
    void thatWereCopiedAreNoticedByTheirCounter() {
        passkey.withCounter(7);
        pages.addPasskey(payer, "Key ring", passkey).expect(200);
        pages.signIn(server.browser(), passkey).expect(303);
        pages.signIn(server.browser(), passkey).expect(303);
        passkey.withCounter(7);
        pages.signIn(server.browser(), passkey).expect(422);
    }

    @Test
    void areRefusedTwice() {
        pages.addPasskey(payer, "My phone", passkey).expect(200);
        assertThat(pages.addPasskey(payer, "Again", passkey).expect(422).hook("error"))
                .isPresent();
        pages.addPasskey(server.signedIn("friend"), "Theirs", passkey).expect(422);
    }

    @Test
    void needAName() {
        assertThat(pages.addPasskey(payer, " ", passkey).expect(422).error("name"))
                .isPresent();
        pages.addPasskey(payer, "x".repeat(61), passkey).expect(422);
    }

    @Test
    void areRenamedAndRemovedByTheirOwnerAlone() {
        pages.addPasskey(payer, "My phone", passkey);
        String id = passkey.show(signInOptions(payer)).get("credential");
        payer.post(PASSKEYS, Map.of("action", "rename", "passkey", id, "new_name", "Old phone"))
                .expect(303);
        assertThat(payer.get(PASSKEYS).hook("passkey-1")).contains("Old phone");
        TestBrowser friend = server.signedIn("friend");
        friend.post(PASSKEYS, Map.of("action", "rename", "passkey", id, "new_name", "Mine"))
                .expect(404);
        friend.post(PASSKEYS, Map.of("action", "remove", "passkey", id)).expect(404);
        pages.signIn(server.browser(), passkey).expect(303);
        payer.post(PASSKEYS, Map.of("action", "remove", "passkey", id)).expect(303);
        pages.signIn(server.browser(), passkey).expect(422);
        assertThat(server.browser().post("/login", PASSWORD).expect(303).location())
                .isEqualTo("/wallet");
    }

    @Test
    void thatAreGarbageAreRefusedLikeAnyOther() {
        pages.addPasskey(payer, "My phone", passkey).expect(200);
        TestBrowser browser = server.browser();
        sendSignIn(browser, Map.of()).expect(422);
        Random random = new Random(1);
        Map<String, String> good = passkey.show(signInOptions(browser));
        Map<String, String> made = pages.passkey().create(options(payer.get(PASSKEYS)));
        for (int i = 0; i < 150; i++) {
            sendSignIn(browser, spoiled(good, random)).expect(422);
            // Nobody signs what a new passkey says of itself, so some of it may as well be otherwise.
            Reply reply = FactorPages.send(
                    payer, PASSKEYS, payer.get(PASSKEYS), Map.of("name", "Odd"), spoiled(made, random));
            assertThat(reply.status()).isIn(200, 303, 422);
        }
    }

    /** One field is changed, cut or emptied; what a browser need not send stays as it is. */
    private static Map<String, String> spoiled(Map<String, String> good, Random random) {
        List<String> names = good.keySet().stream()
                .filter(name -> !name.equals("user_handle"))
                .sorted()
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = Base64.getUrlDecoder().decode(good.get(name));
        byte[] changed = switch (random.nextInt(3)) {
            case 0 -> new byte[random.nextInt(3)];
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
        };
        Map<String, String> spoiled = new HashMap<>(good);
        spoiled.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        return spoiled;
    }
}
