package cash.tuppence.webhook.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import org.junit.jupiter.api.Test;

class CallbackUrlTest {

    @Test
    void aPlainHttpsUrlIsTakenAsItIs() {
        for (String url : new String[] {
            "https://shop.example/callback",
            "https://shop.example:8443/a/b?c=d",
            "https://1.1.1.1/x",
            "HTTPS://Shop.Example/",
            "https://[2606:4700:4700::1111]/",
            "https://xn--bcher-kva.example/",
            "https://a.b-c.example"
        }) {
            assertThat(CallbackUrl.parse(url, AllowedAddresses.PUBLIC)).hasToString(url);
        }
    }

    @Test
    void otherFormsAreRefused() {
        for (String url : new String[] {
            "shop.example/callback",
            "//shop.example/",
            "ftp://shop.example/",
            "file:///etc/passwd",
            "https:///x",
            "https://user:secret@shop.example/",
            "https://user@shop.example/",
            "https://shop.example/#top",
            "https://shop.example:0/",
            "https://shop.example:99999/",
            "https://shop.example./",
            "https://127.0.0.1./",
            "https://sh op.example/",
            "javascript:alert(1)",
            "https://bücher.example/",
            "https://[fe80::1%25eth0]/"
        }) {
            refuses(url, AllowedAddresses.PUBLIC, Reason.CALLBACK_URL_FORM);
        }
        refuses("  ", AllowedAddresses.PUBLIC, Reason.MISSING);
        refuses("https://shop.example/" + "x".repeat(2_000), AllowedAddresses.PUBLIC, Reason.TOO_LONG);
    }

    @Test
    void addressesWrittenInOtherNumbersAreRefused() {
        for (String host : new String[] {
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "017700000001",
            "0177.0.0.1",
            "127.1",
            "127.0.1",
            "0x7f.0x0.0x0.0x1",
            "127.0.0.01",
            "256.0.0.1.5",
            "1.2.3",
            "example.0x10",
            "example.1"
        }) {
            refuses("https://" + host + "/", AllowedAddresses.ANY, Reason.CALLBACK_URL_FORM);
        }
    }

    @Test
    void privateAddressesAreRefusedAtOnce() {
        for (String host : new String[] {
            "127.0.0.1",
            "localhost",
            "LOCALHOST",
            "shop.localhost",
            "10.1.2.3",
            "169.254.169.254",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[fd00:ec2::254]",
            "0.0.0.0",
            "[::]"
        }) {
            refuses("https://" + host + "/", AllowedAddresses.PUBLIC, Reason.CALLBACK_URL_PRIVATE);
        }
    }

    @Test
    void onlyTheDemoAndTheOwnNetworkGoWithoutEncryption() {
        refuses("http://shop.example/", AllowedAddresses.PUBLIC, Reason.CALLBACK_URL_PLAIN);

        assertThat(CallbackUrl.parse("http://127.0.0.1:8081/callback", AllowedAddresses.PUBLIC_AND_LOOPBACK))
                .hasToString("http://127.0.0.1:8081/callback");
        assertThat(CallbackUrl.parse("http://localhost/", AllowedAddresses.PUBLIC_AND_LOOPBACK))
                .isNotNull();
        refuses("http://10.0.0.1/", AllowedAddresses.PUBLIC_AND_LOOPBACK, Reason.CALLBACK_URL_PRIVATE);
        assertThat(CallbackUrl.parse("http://10.0.0.1/", AllowedAddresses.ANY)).isNotNull();
    }

    private static void refuses(String url, AllowedAddresses allowed, Reason reason) {
        assertThatThrownBy(() -> CallbackUrl.parse(url, allowed))
                .as(url)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
