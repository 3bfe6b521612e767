package cn.dabiao.command.evidence;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.Refusals;
import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

class EvidenceAggregateTest {

    private static final AssessmentId ASSESSMENT = new AssessmentId("guannan-2018.2132072401");
    private static final Sha256 HASH = new Sha256("3b4c".repeat(16));
    private static final FileName NAME = new FileName("监控室.jpg");
    private static final MediaType JPEG = new MediaType("image/jpeg");
    private static final ByteCount BYTES = new ByteCount(123);
    private static final Title PLACE = new Title("监控室");
    private static final Instant AT = Instant.parse("2018-04-10T01:30:00Z");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "2018-04-10T01:30:00Z")
    void a_file_is_recorded_with_what_is_known_of_it(@Nullable String taken) {
        Instant takenAt = taken == null ? null : Instant.parse(taken);
        new AggregateTestFixture<>(EvidenceAggregate.class)
                .givenNoPriorActivity()
                .when(record(takenAt))
                .expectEvents(new EvidenceStored(ASSESSMENT, HASH, NAME, JPEG, BYTES, takenAt, PLACE, AT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_picture_of_the_future_is_refused_and_not_recorded() {
        new AggregateTestFixture<>(EvidenceAggregate.class)
                .givenNoPriorActivity()
                .when(record(AT.plusSeconds(1)))
                .expectNoEvents()
                .expectException(Refusals.isRefused(new Refusal.TakenInFuture(AT.plusSeconds(1), AT)));
    }

    private static RecordEvidence record(@Nullable Instant takenAt) {
        Request request = Request.of(Actor.system(new BureauCode("320724")), AT);
        return new RecordEvidence(ASSESSMENT, HASH, NAME, JPEG, BYTES, takenAt, PLACE, request);
    }
}
