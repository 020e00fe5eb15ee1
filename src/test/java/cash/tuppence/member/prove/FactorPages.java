package cash.tuppence.member.prove;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.member.factor.Totp;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.SoftPasskey;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.unbescape.html.HtmlEscape;

/** What somebody does on the pages around factors. */
final class FactorPages {
    static final String APP = "/settings/security/app";
    static final String PASSKEYS = "/settings/security/passkeys";
    static final String CODES = "/settings/security/recovery-codes";
    static final Map<String, String> PASSWORD = Map.of("email", "payer@example.test", "password", "tuppence-demo");

    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]*)\"");

    private final TestServer server;

    FactorPages(TestServer server) {
        this.server = server;
    }

    /** An app, and the recovery codes that came with it. */
    record App(Totp totp, List<String> codes) {}

    App setUpApp(TestBrowser browser) {
        Reply page = browser.get(APP).expect(200);
        Totp totp = Totp.ofBase32(page.hook("app-secret").orElseThrow().replace(" ", ""));
        Map<String, String> fields = new HashMap<>(page.hiddenFields());
        fields.put("action", "enable");
        fields.put("code", code(totp));
        return new App(totp, codes(browser.postOnly(APP, fields)));
    }

    /** What the app shows; nobody used it yet, since time goes on by half a minute. */
    String code(Totp totp) {
        server.clock().advance(Duration.ofSeconds(30));
        return totp.codeAt(server.clock().instant());
    }

    static List<String> codes(Reply reply) {
        return IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(number -> reply.hook("recovery-code-" + number).stream())
                .toList();
    }

    SoftPasskey passkey() {
        return new SoftPasskey("http://localhost:" + server.port());
    }

    Reply addPasskey(TestBrowser browser, String name, SoftPasskey passkey) {
        Reply page = browser.get(PASSKEYS).expect(200);
        return send(browser, PASSKEYS, page, Map.of("action", "add", "name", name), passkey.create(options(page)));
    }

    static String options(Reply page) {
        Matcher matcher = OPTIONS.matcher(page.body());
        assertThat(matcher.find()).as("options of a passkey in %s", page.body()).isTrue();
        return HtmlEscape.unescapeHtml(matcher.group(1));
    }

    static String signInOptions(TestBrowser browser) {
        return browser.get("/login/passkey").expect(200).body();
    }

    Reply signIn(TestBrowser browser, SoftPasskey passkey) {
        return sendSignIn(browser, passkey.show(signInOptions(browser)));
    }

    static Reply sendSignIn(TestBrowser browser, Map<String, String> shown) {
        return send(browser, "/login/passkey", browser.get("/login"), Map.of(), shown);
    }

    @SafeVarargs
    static Reply send(TestBrowser browser, String path, Reply page, Map<String, String>... fields) {
        Map<String, String> all = new HashMap<>(page.hiddenFields());
        List.of(fields).forEach(all::putAll);
        return browser.postOnly(path, all);
    }

    static boolean isSignedIn(TestBrowser browser) {
        return browser.get("/wallet").status() == 200;
    }
}
