package cash.tuppence.webhook.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** To which addresses a request may go whose URL a stranger chose. */
public enum AllowedAddresses {
    /** Only what the whole Internet can reach. */
    PUBLIC,
    /** This machine too: the demo's shop runs on it. */
    PUBLIC_AND_LOOPBACK,
    /** Also the operator's own network. */
    ANY;

    /** From IANA's special-purpose address registries; {@code 168.63.129.16} is a cloud's inner service on a public address. */
    private static final List<Network> SPECIAL_IPV4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();

    /**
     * All that IANA gave out as global unicast. What lies outside of it is special: loopback, link-local, unique local
     * (where clouds keep their metadata), multicast, and the forms that carry an IPv4 address (mapped, NAT64).
     */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    /** Protocol assignments and Teredo, documentation, 6to4 (which carries an IPv4 address). */
    private static final List<Network> SPECIAL_IPV6 = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
            .map(Network::of)
            .toList();

    /**
     * What a server's settings come to.
     *
     * @param privateToo the operator said so
     */
    public static AllowedAddresses of(boolean privateToo, boolean isDemo) {
        if (privateToo) {
            return ANY;
        }
        return isDemo ? PUBLIC_AND_LOOPBACK : PUBLIC;
    }

    public boolean allows(InetAddress address) {
        return switch (this) {
            case PUBLIC -> isPublic(address);
            case PUBLIC_AND_LOOPBACK -> address.isLoopbackAddress() || isPublic(address);
            case ANY -> !address.isAnyLocalAddress() && !address.isMulticastAddress();
        };
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_IPV4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_IPV6.contains(address)
                        && SPECIAL_IPV6.stream().noneMatch(network -> network.contains(address));
    }
}
