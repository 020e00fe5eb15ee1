package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    private final ClientAddresses addresses = new ClientAddresses(List.of("10.0.0.0/8", "::1"));

    @Test
    void areTheNearestOnesThatAreNoProxiesOfOurs() {
        assertThat(addresses.of("203.0.113.9", List.of())).isEqualTo("203.0.113.9");
        assertThat(addresses.of("10.1.2.3", List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(addresses.of("10.1.2.3", List.of("1.2.3.4, 198.51.100.7", "10.9.9.9")))
                .isEqualTo("198.51.100.7");
        assertThat(addresses.of("::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    }

    @Test
    void areNotWhatAStrangerWrites() {
        assertThat(addresses.of("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
    }

    @Test
    void areNeverLookedUp() {
        assertThat(addresses.of("10.1.2.3", List.of("dead.beef"))).isEqualTo("10.1.2.3");
        assertThat(addresses.of("10.1.2.3", List.of(""))).isEqualTo("10.1.2.3");
        assertThatThrownBy(() -> new ClientAddresses(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientAddresses(List.of("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countAsOneWhereOneHouseholdHasThemAll() {
        assertThat(ClientAddresses.network("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientAddresses.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientAddresses.network("2001:db8:1:2::1"))
                .isNotEqualTo(ClientAddresses.network("2001:db8:1:3::1"));
        assertThat(ClientAddresses.network("fe80::1%eth0")).isEqualTo(ClientAddresses.network("fe80::2"));
    }
}
