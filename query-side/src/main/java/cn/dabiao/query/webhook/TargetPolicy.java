package cn.dabiao.query.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * To which addresses this server may be made to send. Whoever names a target must not reach through us what they cannot
 * reach themselves: this machine, its networks, a cloud's metadata.
 *
 * @param privateToo whether that is wanted all the same
 */
record TargetPolicy(boolean privateToo) {

    /** What is not globally reachable, by IANA's registries of special-purpose addresses (RFC 6890). */
    private static final List<InetAddressMatcher> NOT_PUBLIC_4 = ranges(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /** All that is not global unicast, and in it what leads to IPv4 or is no place at all. */
    private static final List<InetAddressMatcher> NOT_PUBLIC_6 = ranges(
            "::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "8000::/1");

    boolean permits(InetAddress address) {
        // A range of the one kind would be compared bit by bit with an address of the other.
        List<InetAddressMatcher> notPublic = address instanceof Inet4Address ? NOT_PUBLIC_4 : NOT_PUBLIC_6;
        return privateToo || notPublic.stream().noneMatch(range -> range.matches(address));
    }

    private static List<InetAddressMatcher> ranges(String... ranges) {
        return Stream.of(ranges).map(InetAddressMatchers::fromIpAddress).toList();
    }
}
