package cash.tuppence.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnUrlsTest {
    private static final Set<Origin> REGISTERED = Set.of(
            new Origin("https://shop.example"),
            new Origin("http://127.0.0.1:8081"),
            new Origin("https://xn--bcher-kva.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/",
                "https://shop.example:443/thanks",
                "HTTPS://SHOP.example/thanks?order=17&x=%20y",
                "https://shop.example/thanks?my_tuppence_x=1",
                "http://127.0.0.1:8081/return",
                "https://xn--bcher-kva.example/"
            })
    void whatLiesOnARegisteredOriginIsTakenAsItIs(String url) {
        assertThat(ReturnUrls.check(url, REGISTERED)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // Another site, however alike it looks.
                "https://shop.example.evil.example/ RETURN_URL_ORIGIN",
                "https://evilshop.example/ RETURN_URL_ORIGIN",
                "https://www.shop.example/ RETURN_URL_ORIGIN",
                "https://shop.example:8443/ RETURN_URL_ORIGIN",
                "http://shop.example/ RETURN_URL_ORIGIN",
                "http://127.0.0.1/ RETURN_URL_ORIGIN",
                "https://127.0.0.1:8081/ RETURN_URL_ORIGIN",
                "http://127.0.0.1:80810/ RETURN_URL_INVALID",
                "http://127.1:8081/ RETURN_URL_INVALID",
                "http://2130706433:8081/ RETURN_URL_ORIGIN",
                "http://localhost:8081/ RETURN_URL_ORIGIN",
                "https://evil.example/https://shop.example/ RETURN_URL_ORIGIN",
                "https://evil.example?https://shop.example/ RETURN_URL_ORIGIN",
                // What browsers and we might read differently.
                "https://shop.example./ RETURN_URL_INVALID",
                "https://shop.example@evil.example/ RETURN_URL_INVALID",
                "https://user:word@shop.example/ RETURN_URL_INVALID",
                "https://@shop.example/ RETURN_URL_INVALID",
                "https://shop.example:/ RETURN_URL_INVALID",
                "https://shop.example\\@evil.example/ RETURN_URL_INVALID",
                "https:\\\\shop.example/ RETURN_URL_INVALID",
                "https:///shop.example/ RETURN_URL_INVALID",
                "https:shop.example/ RETURN_URL_INVALID",
                "https://sh%6fp.example/ RETURN_URL_INVALID",
                "https://bücher.example/ RETURN_URL_INVALID",
                "https://shop.example/thänks RETURN_URL_INVALID",
                "https://shop.example/% RETURN_URL_INVALID",
                // No whole address of the web.
                "//shop.example/ RETURN_URL_INVALID",
                "/thanks RETURN_URL_INVALID",
                "shop.example RETURN_URL_INVALID",
                "javascript:alert(1) RETURN_URL_INVALID",
                "javascript://shop.example/%0aalert(1) RETURN_URL_INVALID",
                "data:text/html,x RETURN_URL_INVALID",
                "ftp://shop.example/ RETURN_URL_INVALID",
                // What would hide or forge what we add.
                "https://shop.example/# RETURN_URL_FRAGMENT",
                "https://shop.example/#paid RETURN_URL_FRAGMENT",
                "https://shop.example/?tuppence_state=paid RETURN_URL_PARAMETER",
                "https://shop.example/?a=1&tuppence_x RETURN_URL_PARAMETER",
                "https://shop.example/?a=1;tuppence_state=paid RETURN_URL_PARAMETER",
                "https://shop.example/?%74uppence_state=paid RETURN_URL_PARAMETER",
                "https://shop.example/?Tuppence_State=paid RETURN_URL_PARAMETER",
                "https://shop.example/?+tuppence_state=paid RETURN_URL_PARAMETER"
            })
    void anythingElseIsRefused(String url, Reason reason) {
        assertThatThrownBy(() -> ReturnUrls.check(url, REGISTERED))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " https://shop.example/",
                "https://shop.example/ ",
                "https://shop.example/\n",
                "https://sh\top.example/"
            })
    void whatBrowsersWouldRepairIsRefused(String url) {
        assertThatThrownBy(() -> ReturnUrls.check(url, REGISTERED)).isInstanceOf(Refusal.class);
    }
}
