package cn.dabiao.domain.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;

class OverduePolicyTest {

    private static final OrderId ORDER = new OrderId("r1");
    private static final LocalDate DUE = LocalDate.of(2018, 5, 10);
    private static final LocalDate DUE_AGAIN = LocalDate.of(2018, 5, 20);
    private static final Instant LAST_DAY = Guannan.at("2018-05-10T23:59");
    private static final Instant THE_DAY_AFTER = Guannan.at("2018-05-11T00:00");
    private static final Instant AFTER_THE_NEW_DATE = Guannan.at("2018-05-21T00:00");

    @Test
    void an_order_is_overdue_when_its_last_day_has_ended_without_a_report() {
        assertThat(isDue(ordered(), LAST_DAY)).isFalse();
        assertThat(isDue(ordered(), THE_DAY_AFTER)).isTrue();
        assertThat(DueDate.endsAt(DUE, Guannan.SHANGHAI)).isEqualTo(THE_DAY_AFTER);
    }

    @Test
    void it_is_recorded_once() {
        assertThat(isDue(ordered().pastDue(), THE_DAY_AFTER)).isFalse();
        assertThat(isDue(ordered().pastDue(), AFTER_THE_NEW_DATE)).isFalse();
    }

    @Test
    void what_is_reported_or_verified_is_not_overdue_however_late() {
        assertThat(isDue(reported(ordered()), THE_DAY_AFTER)).isFalse();
        assertThat(isDue(reported(ordered().pastDue()), THE_DAY_AFTER)).isFalse();
        assertThat(isDue(
                        reported(ordered()).verified(
                                new RectificationVerified(Guannan.ASSESSMENT, ORDER, null, LAST_DAY)),
                        THE_DAY_AFTER))
                .isFalse();
    }

    @Test
    void what_was_sent_back_is_overdue_by_its_new_date() {
        assertThat(isDue(sentBack(ordered()), THE_DAY_AFTER)).isFalse();
        assertThat(isDue(sentBack(ordered()), AFTER_THE_NEW_DATE)).isTrue();
        assertThat(isDue(sentBack(ordered().pastDue()), AFTER_THE_NEW_DATE)).isTrue();
        assertThat(isDue(sentBack(ordered()).pastDue(), AFTER_THE_NEW_DATE)).isFalse();
    }

    @Test
    void no_order_is_overdue_in_a_campaign_that_is_over() {
        Campaign closed = Campaign.evolve(
                Guannan.campaign(), new CampaignClosed(Guannan.CAMPAIGN, null, List.of(), LAST_DAY));

        assertThat(OverduePolicy.isDue(ordered(), closed, THE_DAY_AFTER)).isFalse();
    }

    private static boolean isDue(RectificationOrder order, Instant at) {
        return OverduePolicy.isDue(order, Guannan.campaign(), at);
    }

    private static RectificationOrder ordered() {
        return RectificationOrder.ordered(new RectificationOrdered(
                Guannan.ASSESSMENT, ORDER, 1, List.of(Guannan.item(4)), List.of(), DUE, Guannan.at("2018-04-20T09:00")));
    }

    private static RectificationOrder reported(RectificationOrder order) {
        return order.reported(new RectificationReported(
                Guannan.ASSESSMENT, ORDER, new Statement("已整改。"), List.of(), LAST_DAY));
    }

    private static RectificationOrder sentBack(RectificationOrder order) {
        return reported(order).sentBack(new RectificationSentBack(
                Guannan.ASSESSMENT, ORDER, new Reason("整改不到位"), DUE_AGAIN, LAST_DAY));
    }
}
