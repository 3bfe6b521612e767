package cn.dabiao.app.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import cn.dabiao.app.start.StartRefused;

/** Keeps the demo identities, whose secrets everybody knows, off the network. Runs before any bean is made. */
record LoopbackOnly(Environment environment) implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String address = environment.getProperty("server.address");
        if (!isLoopback(address)) {
            throw new StartRefused(
                    "The embedded issuer with its demo identities is active and server.address is "
                            + (StringUtils.hasText(address) ? address : "not set")
                            + ": anyone on the network could act as the education bureau.",
                    "Set server.address to 127.0.0.1 to try Dabiao out, or configure your own issuer with "
                            + "spring.security.oauth2.resourceserver.jwt.issuer-uri.");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return StringUtils.hasText(address)
                    && Arrays.stream(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
