package cn.dabiao.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import cn.dabiao.app.start.StartRefused;

/** Identities whose secrets everybody knows stay on the machine. */
class LoopbackOnlyTest {

    private static final ApplicationContextRunner ISSUER =
            new ApplicationContextRunner().withUserConfiguration(EmbeddedIssuerConfiguration.class);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void an_address_of_this_machine_alone_is_good(String address) {
        assertThatCode(() -> start(new MockEnvironment().withProperty("server.address", address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "192.0.2.1", "host.invalid", " "})
    void an_address_that_others_reach_is_refused(String address) {
        assertThatThrownBy(() -> start(new MockEnvironment().withProperty("server.address", address)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("demo identities");
    }

    @Test
    void no_address_would_be_every_one_and_is_refused() {
        assertThatThrownBy(() -> start(new MockEnvironment())).isInstanceOf(StartRefused.class);
    }

    /** Before any bean is made: neither is a database begun nor a port opened. */
    @Test
    void the_issuer_does_not_start_with_them_on_the_network() {
        ISSUER.withPropertyValues("server.address=0.0.0.0")
                .run(context -> assertThat(context).getFailure().isInstanceOf(StartRefused.class).hasMessageContaining("0.0.0.0"));
    }

    @Test
    void where_tokens_come_from_elsewhere_there_is_no_issuer_and_any_address_is_good() {
        ISSUER.withPropertyValues(
                        "server.address=0.0.0.0",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://tokens.example")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DemoClients.class));
    }

    private static void start(MockEnvironment environment) {
        new LoopbackOnly(environment).postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
