package cn.dabiao.query.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.value.InvalidValue;

/**
 * Judges targets: when one is named, so that whoever names it is told, and whenever one is connected to, by the very
 * addresses that are connected to. A name may lead elsewhere by then.
 */
final class Targets implements DnsResolver {

    private static final String FIELD = "/url";

    private static final int LAST_PORT = 65_535;

    /** How many addresses of a name are tried: each may take its time, and no deadline ends the one after it. */
    static final int TRIED = 3;

    private final DnsResolver names;
    private final TargetPolicy policy;
    private final boolean httpToo;

    Targets(WebhookSettings settings) {
        this(SystemDefaultDnsResolver.INSTANCE, new TargetPolicy(settings.allowPrivateTargets()), settings.allowHttp());
    }

    Targets(DnsResolver names, TargetPolicy policy, boolean httpToo) {
        this.names = names;
        this.policy = policy;
        this.httpToo = httpToo;
    }

    /** @throws InvalidRequestException for an address that nothing will ever be sent to */
    URI named(String url) {
        URI target = parsed(url);
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        List<String> schemes = httpToo ? List.of("https", "http") : List.of("https");
        if (!schemes.contains(scheme)) {
            throw refused(url, "webhook-scheme", Map.of("known", schemes));
        }
        boolean isNoPort = target.getPort() == 0 || target.getPort() > LAST_PORT;
        if (target.getHost() == null
                || isNoPort
                || target.getRawUserInfo() != null
                || target.getRawFragment() != null) {
            throw refused(url, "webhook-url", Map.of());
        }
        try {
            resolve(target.getHost());
        } catch (AddressNotAllowed e) {
            throw refused(url, "webhook-address", Map.of());
        } catch (UnknownHostException e) {
            throw refused(url, "webhook-host", Map.of());
        }
        return target;
    }

    /** A name's first addresses, if all that it has may be sent to. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!Arrays.stream(addresses).allMatch(policy::permits)) {
            throw new AddressNotAllowed(host);
        }
        return Arrays.copyOf(addresses, Math.min(addresses.length, TRIED));
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused(url, "webhook-url", Map.of());
        }
    }

    private static InvalidRequestException refused(String url, String rule, Map<String, ?> facts) {
        return new InvalidRequestException(FIELD, InvalidValue.printable(url), rule, facts);
    }

    /** A host has an address that must not be sent to. */
    static final class AddressNotAllowed extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressNotAllowed(String host) {
            super(host + " has an address that is not allowed");
        }
    }
}
