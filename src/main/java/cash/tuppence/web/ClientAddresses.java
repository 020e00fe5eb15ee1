package cash.tuppence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Where a request came from. {@code X-Forwarded-For} is believed only as far as proxies of our own wrote it. */
public final class ClientAddresses {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int IPV4_BYTES = 4;

    /** Of an IPv6 address: a household's or an office's own. */
    private static final int NETWORK_BYTES = 8;

    private final List<Network> trustedProxies;

    /**
     * @param trustedProxies addresses or networks such as {@code 10.0.0.0/8}
     */
    public ClientAddresses(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(Network::parse).toList();
    }

    /** The nearest address that is no proxy of ours. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    String of(String remote, List<String> forwarded) {
        List<String> hops = forwarded.isEmpty()
                ? List.of()
                : List.of(String.join(",", forwarded).split(",", -1));
        String client = remote;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            String hop = hops.get(i).strip();
            if (!isAddress(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    /**
     * What counts as one address where tries are counted: of the newer kind (IPv6) whoever has one has 2^64.
     *
     * @param address as {@link #of(HttpServletRequest)} says it
     */
    public static String network(String address) {
        // What follows a percent sign names an interface of this machine, for its neighbours on the cable.
        byte[] bytes = Network.bytes(address.replaceFirst("%.*", ""));
        return bytes.length == IPV4_BYTES ? address : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    private static boolean isAddress(String hop) {
        try {
            return Network.bytes(hop).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isTrusted(String address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private record Network(byte[] address, int prefixBits) {
        static Network parse(String text) {
            String[] parts = text.split("/", 2);
            byte[] address = bytes(parts[0]);
            int bits = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            return new Network(address, bits);
        }

        boolean contains(String text) {
            byte[] other = bytes(text);
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < prefixBits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        /** Only literals are let in, so that nothing is looked up. */
        private static byte[] bytes(String text) {
            if (!LITERAL.matcher(text).matches()) {
                throw new IllegalArgumentException("not an address: " + text);
            }
            try {
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an address: " + text, e);
            }
        }
    }
}
