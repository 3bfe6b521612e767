package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import cn.dabiao.app.start.StartRefused;

class ManagementPortTest {

    @Test
    void without_a_setting_there_is_no_port_but_the_api_s() {
        assertThat(ManagementPort.isOneOfItsOwn(new MockEnvironment())).isFalse();
        assertThat(ManagementPort.isOneOfItsOwn(new MockEnvironment()
                        .withProperty("server.port", "8080")
                        .withProperty("management.server.port", "8080")))
                .isFalse();
    }

    @Test
    void a_port_of_its_own_has_an_address_that_somebody_chose() {
        assertThat(ManagementPort.isOneOfItsOwn(new MockEnvironment()
                        .withProperty("management.server.port", "9090")
                        .withProperty("management.server.address", "10.0.0.7")))
                .isTrue();
    }

    @Test
    void without_an_address_it_would_be_open_to_all_and_is_refused() {
        assertThatThrownBy(() -> ManagementPort.isOneOfItsOwn(
                        new MockEnvironment().withProperty("management.server.port", "9090")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("management.server.address");
    }
}
