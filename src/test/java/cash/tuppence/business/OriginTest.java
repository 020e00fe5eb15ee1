package cash.tuppence.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void oneSiteHasOneTextHoweverItIsWritten() {
        assertThat(Stream.of(
                                "https://shop.example",
                                "https://shop.example/",
                                "HTTPS://Shop.Example",
                                " https://shop.example ",
                                "https://shop.example:443")
                        .map(Origin::parse))
                .containsOnly(Optional.of(new Origin("https://shop.example")));
    }

    @Test
    void schemeHostAndPortEachMakeAnotherSite() {
        assertThat(Stream.of(
                                "https://shop.example",
                                "http://shop.example",
                                "https://shop.example:8443",
                                "https://www.shop.example",
                                "https://shop.example.net",
                                "https://127.0.0.1",
                                "https://[::1]:8081")
                        .map(Origin::parse)
                        .map(Optional::orElseThrow))
                .doesNotHaveDuplicates();
    }

    @Test
    void anInternationalNameIsKeptAsBrowsersSayIt() {
        assertThat(Origin.parse("https://bücher.example:8443"))
                .contains(new Origin("https://xn--bcher-kva.example:8443"));
        assertThat(Origin.of(URI.create("https://xn--bcher-kva.example:8443/thanks")))
                .isEqualTo(Origin.parse("https://bücher.example:8443"));
    }

    @Test
    void aNameThatBrowsersWouldTurnIntoAnotherIsNotGuessedAt() {
        assertThat(Origin.parse("https://straße.example")).isEmpty();
    }

    @Test
    void whatIsMoreOrLessThanAnOriginIsNone() {
        assertThat(Stream.of(
                                "",
                                "shop.example",
                                "//shop.example",
                                "ftp://shop.example",
                                "javascript://shop.example",
                                "https://",
                                "https://shop.example/path",
                                "https://shop.example?query",
                                "https://shop.example#fragment",
                                "https://user@shop.example",
                                "https://shop.example.",
                                "https://shop.example:",
                                "https://shop.example:99999",
                                "https://shop..example:port",
                                "https://*.example",
                                "https://shop example",
                                "https://shop.example\\@evil.example")
                        .filter(text -> Origin.parse(text).isPresent()))
                .isEmpty();
    }
}
