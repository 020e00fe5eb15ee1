package cash.tuppence.webhook.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AllowedAddressesTest {
    private static final String[] PRIVATE = {
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
    };

    private static final String[] PUBLIC = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.17.255.255",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:8.8.8.8",
    };

    @Test
    void privateAddressesInAllTheirFormsAreRefused() throws UnknownHostException {
        for (String address : PRIVATE) {
            assertThat(AllowedAddresses.PUBLIC.allows(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }

    @Test
    void publicAddressesAreAllowed() throws UnknownHostException {
        for (String address : PUBLIC) {
            assertThat(AllowedAddresses.PUBLIC.allows(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void theDemoAllowsThisMachineAndNoOtherOfItsNetwork() throws UnknownHostException {
        AllowedAddresses demo = AllowedAddresses.PUBLIC_AND_LOOPBACK;

        assertThat(demo.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(demo.allows(InetAddress.getByName("::1"))).isTrue();
        assertThat(demo.allows(InetAddress.getByName("8.8.8.8"))).isTrue();
        assertThat(demo.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(demo.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
        assertThat(demo.allows(InetAddress.getByName("0.0.0.0"))).isFalse();
    }

    @Test
    void anOperatorMayAllowTheOwnNetwork() throws UnknownHostException {
        assertThat(AllowedAddresses.ANY.allows(InetAddress.getByName("10.0.0.1")))
                .isTrue();
        assertThat(AllowedAddresses.ANY.allows(InetAddress.getByName("224.0.0.1")))
                .isFalse();
    }
}
