package cn.dabiao.app.security;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import cn.dabiao.app.start.StartRefused;

/** Where health and figures are asked for. A port of their own is one that only those reach who may: no token is asked for. */
final class ManagementPort {

    private ManagementPort() {}

    /** @throws StartRefused for a port of its own on an address that nobody chose: Boot would take every one there is */
    static boolean isOneOfItsOwn(Environment environment) {
        if (ManagementPortType.get(environment) != ManagementPortType.DIFFERENT) {
            return false;
        }
        if (!StringUtils.hasText(environment.getProperty("management.server.address"))) {
            throw new StartRefused(
                    "management.server.port is set without management.server.address: metrics are read there without a "
                            + "token, by whoever reaches the port.",
                    "Set management.server.address as well, to 127.0.0.1 or to an address that only your monitoring "
                            + "reaches; or leave the port out and scrape with the operator's token.");
        }
        return true;
    }
}
