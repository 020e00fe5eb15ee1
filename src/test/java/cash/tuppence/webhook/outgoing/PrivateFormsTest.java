package cash.tuppence.webhook.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way that we know of to write, or to hide, an address that callbacks must not go to. */
class PrivateFormsTest {
    private static final Limits SHORT = new Limits(Duration.ofMillis(300), Duration.ofMillis(300), 1);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            loopback                     | https://127.0.0.1/
            loopback, another            | https://127.8.8.8/
            one decimal number           | https://2130706433/
            one octal number             | https://017700000001/
            one hexadecimal number       | https://0x7f000001/
            octal parts                  | https://0177.0.0.01/
            hexadecimal parts            | https://0x7f.0x0.0x0.0x1/
            mixed parts                  | https://0x7f.0.1/
            short, two parts             | https://127.1/
            short, three parts           | https://127.0.1/
            a part too large             | https://127.0.0.257/
            leading zeros                | https://127.000.000.001/
            a dot at the end             | https://127.0.0.1./
            nothing                      | https://0/
            the network of nothing       | https://0.0.0.0/
            private, class A             | https://10.0.0.1/
            private, class B             | https://172.16.0.1/
            private, class C             | https://192.168.0.1/
            carrier-grade NAT            | https://100.64.0.1/
            link-local                   | https://169.254.0.1/
            multicast                    | https://224.0.0.1/
            reserved                     | https://240.0.0.1/
            broadcast                    | https://255.255.255.255/
            benchmarks                   | https://198.18.0.1/
            metadata of AWS, GCP, Azure  | https://169.254.169.254/latest/meta-data/
            metadata, decimal            | https://2852039166/
            metadata, octal              | https://0251.0376.0251.0376/
            metadata of Alibaba          | https://100.100.100.200/
            metadata of Oracle           | https://192.0.0.192/
            Azure's inner service        | https://168.63.129.16/
            metadata of AWS, IPv6        | https://[fd00:ec2::254]/
            IPv6 loopback                | https://[::1]/
            IPv6 loopback, written out   | https://[0:0:0:0:0:0:0:1]/
            IPv6 unspecified             | https://[::]/
            IPv4-mapped                  | https://[::ffff:127.0.0.1]/
            IPv4-mapped, hexadecimal     | https://[::ffff:7f00:1]/
            IPv4-mapped metadata         | https://[::ffff:a9fe:a9fe]/
            IPv4-compatible              | https://[::127.0.0.1]/
            IPv4-translated              | https://[::ffff:0:127.0.0.1]/
            NAT64                        | https://[64:ff9b::127.0.0.1]/
            NAT64, local                 | https://[64:ff9b:1::7f00:1]/
            6to4                         | https://[2002:7f00:1::]/
            6to4 of metadata             | https://[2002:a9fe:a9fe::]/
            Teredo                       | https://[2001:0:7f00:1::]/
            unique local                 | https://[fc00::1]/
            site-local                   | https://[fec0::1]/
            IPv6 link-local              | https://[fe80::1]/
            IPv6 link-local with a zone  | https://[fe80::1%25eth0]/
            IPv6 multicast               | https://[ff02::1]/
            documentation                | https://[2001:db8::1]/
            a local name                 | https://localhost/
            a local name, in capitals    | https://LocalHost/
            below a local name           | https://anything.localhost/
            digits of another script     | https://１２７.0.0.1/
            an encoded host              | https://%31%32%37.0.0.1/
            a name before the host       | https://shop.example@127.0.0.1/
            a backslash                  | https://127.0.0.1\\@shop.example/
            no port                      | https://shop.example:0/
            a port that is none          | https://shop.example:65536/
            another protocol             | gopher://shop.example/
            not encrypted                | http://shop.example/
            """)
    void isRefusedWhereItIsNamed(String form, String url) {
        assertThatThrownBy(() -> CallbackUrl.parse(url, AllowedAddresses.PUBLIC))
                .as(form)
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "224.0.0.1",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fd00:ec2::254",
        "fe80::1",
        "ff02::1"
    })
    void isRefusedWhereANameLeadsThere(String address) throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("inside.example", InetAddress.getByName(address));
        try (Sender sender = new Sender(new CheckedNames(names, AllowedAddresses.PUBLIC), SHORT)) {
            Answer answer = sender.post(URI.create("https://inside.example/"), Map.of(), new byte[0]);

            assertThat(answer.fault()).isEqualTo(Fault.ADDRESS_REFUSED);
        }
    }

    @Test
    void anAttemptLastsTenSecondsAtMost() {
        assertThat(Limits.ofContract(1).whole()).isEqualTo(Duration.ofSeconds(10));
    }
}
