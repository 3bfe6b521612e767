package cn.dabiao.command.standard;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.json.ShippedStandards;

class StandardAggregateTest {

    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");

    @Test
    void a_standard_is_published_whole() {
        Standard standard = ShippedStandards.guannan2018();
        new AggregateTestFixture<>(StandardAggregate.class)
                .givenNoPriorActivity()
                .when(new PublishStandard(standard, BUREAU, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(new StandardPublished(standard.standardId(), BUREAU, standard, AT))
                .expectSuccessfulHandlerExecution();
    }
}
