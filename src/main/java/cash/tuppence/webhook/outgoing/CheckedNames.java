package cash.tuppence.webhook.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a name and leaves out those that are not allowed. The connection goes to what this returned,
 * so a name that points elsewhere a moment later gains nothing.
 */
final class CheckedNames implements DnsResolver {
    private final DnsResolver names;
    private final AllowedAddresses allowed;

    CheckedNames(AllowedAddresses allowed) {
        this(SystemDefaultDnsResolver.INSTANCE, allowed);
    }

    CheckedNames(DnsResolver names, AllowedAddresses allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] usable =
                Arrays.stream(names.resolve(host)).filter(allowed::allows).toArray(InetAddress[]::new);
        if (usable.length == 0) {
            throw new AddressRefused(host);
        }
        return usable;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name is known, but leads nowhere we go. */
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host + " has no address that callbacks may go to");
        }
    }
}
