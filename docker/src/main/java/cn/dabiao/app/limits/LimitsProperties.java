package cn.dabiao.app.limits;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a node one caller may take.
 *
 * @param client      requests of one account, by the subject of its tokens
 * @param bureau      requests of all accounts of one bureau together
 * @param address     requests for tokens from one address; behind a proxy that is the proxy's, unless Tomcat is told to
 *                    look at what the proxy forwards
 * @param remembered  of how many accounts, bureaus and addresses each it is known how much they have taken
 * @param maxBody     of how many bytes a body may be that is neither an upload nor an import, which have limits of their own
 * @param headTime    within which the head of a request has to have come, from its first byte on
 * @param bodyTime    within which a body has to have come, beside the time that {@code minUploadRate} gives it
 * @param minUploadRate what has to come of a body in a second, on the average
 */
@ConfigurationProperties("dabiao.limits")
record LimitsProperties(
        @DefaultValue Client client,
        @DefaultValue Bureau bureau,
        @DefaultValue Address address,
        @DefaultValue("10000") int remembered,
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("20s") Duration headTime,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("4KB") DataSize minUploadRate) {

    LimitsProperties {
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("dabiao.limits.max-body must be 1B to 2047MB, not " + maxBody);
        }
        if (minUploadRate.toBytes() < 1) {
            throw new IllegalArgumentException("dabiao.limits.min-upload-rate must be at least 1B, not " + minUploadRate);
        }
        if (remembered < 1) {
            throw new IllegalArgumentException("dabiao.limits.remembered must be at least 1, not " + remembered);
        }
    }

    record Client(@DefaultValue("200") long perSecond, @DefaultValue("2000") long burst) {

        Rate rate() {
            return new Rate(perSecond, burst);
        }
    }

    record Bureau(@DefaultValue("1000") long perSecond, @DefaultValue("10000") long burst) {

        Rate rate() {
            return new Rate(perSecond, burst);
        }
    }

    record Address(@DefaultValue("50") long perSecond, @DefaultValue("1000") long burst) {

        Rate rate() {
            return new Rate(perSecond, burst);
        }
    }
}
