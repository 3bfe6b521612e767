package cn.dabiao.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.api.problem.InvalidRequestException;

class TargetsTest {

    private static final TargetPolicy PUBLIC_ONLY = new TargetPolicy(false);

    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "4000::1", "5f00::1",
        "fc00::1", "fdff:ffff::1", "fe80::1", "fec0::1", "ff02::1"
    })
    void an_address_that_is_not_of_the_public_internet_is_not_sent_to(String address) throws UnknownHostException {
        // Java takes an IPv4 address in IPv6's clothes for what it is.
        boolean isPublicIpv4 = address.equals("::ffff:8.8.8.8");
        assertThat(PUBLIC_ONLY.permits(InetAddress.getByName(address))).isEqualTo(isPublicIpv4);
        assertThat(new TargetPolicy(true).permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255", "192.169.0.1",
        "198.17.255.255", "198.20.0.1", "223.255.255.255", "2400:3200::1", "2606:4700:4700::1111", "2a00:1450::1",
        "2003::1"
    })
    void an_address_of_the_public_internet_is(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONLY.permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://public.example/in, webhook-scheme",
        "ftp://public.example/in, webhook-scheme",
        "file:///etc/passwd, webhook-scheme",
        "public.example, webhook-scheme",
        "https:///in, webhook-url",
        "https://user:secret@public.example/in, webhook-url",
        "https://public.example/in#part, webhook-url",
        "'https://public example/in', webhook-url",
        "https://public.example:0/in, webhook-url",
        "https://public.example:65536/in, webhook-url",
        "https://nowhere.example/in, webhook-host",
        "https://private.example/in, webhook-address",
        "https://both.example/in, webhook-address",
        "https://127.0.0.1/in, webhook-address",
        "https://2130706433/in, webhook-address",
        "https://[::1]/in, webhook-address",
        "https://[::ffff:10.0.0.1]/in, webhook-address",
        "https://localhost:8080/in, webhook-address"
    })
    void a_target_that_must_not_be_is_refused_with_the_rule_that_it_breaks(String url, String rule) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> targets(false, false).named(url))
                .withMessage("/url breaks " + rule);
    }

    @Test
    void what_the_installation_allows_is_taken() {
        assertThat(targets(false, false).named("https://public.example:8443/in?a=b"))
                .hasToString("https://public.example:8443/in?a=b");
        assertThatCode(() -> targets(true, false).named("http://public.example/in")).doesNotThrowAnyException();
        assertThatCode(() -> targets(true, true).named("http://private.example/in")).doesNotThrowAnyException();
    }

    /** A name that led elsewhere when it was judged: what is connected to is judged again. */
    @Test
    void a_name_that_leads_elsewhere_by_now_is_not_connected_to() throws UnknownHostException {
        String[] address = {"8.8.8.8"};
        Targets targets = new Targets(new Names(Map.of()) {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(address[0])};
            }
        }, PUBLIC_ONLY, false);
        targets.named("https://rebound.example/");
        address[0] = "169.254.169.254";
        assertThatExceptionOfType(Targets.AddressNotAllowed.class)
                .isThrownBy(() -> targets.resolve("rebound.example"));
    }

    @Test
    void of_a_name_with_many_addresses_all_are_judged_and_three_are_tried() throws UnknownHostException {
        assertThat(targets(false, false).resolve("many.example"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("8.8.8.8", "1.1.1.1", "9.9.9.9");
        assertThatExceptionOfType(Targets.AddressNotAllowed.class)
                .isThrownBy(() -> targets(false, false).resolve("last.example"));
    }

    private static Targets targets(boolean httpToo, boolean privateToo) {
        return new Targets(
                new Names(Map.of(
                        "public.example", new String[] {"8.8.8.8", "2606:4700:4700::1111"},
                        "private.example", new String[] {"10.1.2.3"},
                        "both.example", new String[] {"8.8.8.8", "192.168.1.1"},
                        "many.example", new String[] {"8.8.8.8", "1.1.1.1", "9.9.9.9", "8.8.4.4"},
                        "last.example", new String[] {"8.8.8.8", "1.1.1.1", "9.9.9.9", "127.0.0.1"})),
                new TargetPolicy(privateToo),
                httpToo);
    }

    /** Names of the test's own, and addresses for what they are. */
    private static class Names implements DnsResolver {

        private final Map<String, String[]> known;

        Names(Map<String, String[]> known) {
            this.known = known;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] addresses = known.get(host);
            if (addresses == null) {
                if (host.endsWith(".example")) {
                    throw new UnknownHostException(host);
                }
                return InetAddress.getAllByName(host);
            }
            InetAddress[] all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
