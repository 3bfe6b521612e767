package cn.dabiao.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class EvidencePolicyTest {

    private static final MediaType JPEG = new MediaType("image/jpeg");
    private static final MediaType PDF = new MediaType("application/pdf");
    private static final MediaType PROGRAM = new MediaType("application/x-elf");
    private static final Instant NOW = Guannan.at("2018-04-10T09:30");
    private static final EvidenceLimits LIMITS =
            new EvidenceLimits(new ByteCount(1000), new TreeSet<>(List.of(PDF, JPEG)));

    private static final AssessmentState PLANNED = Path.after(Path.planSubmitted());
    private static final AssessmentState DRAWN = Path.after(Path.planSubmitted(), Path.drawn(1));

    @Test
    void office_leader_school_and_whoever_was_drawn_add_evidence_each_in_its_role() {
        assertThat(EvidencePolicy.requireUploader(PLANNED, with(Role.OFFICE))).isEqualTo(Role.OFFICE);
        assertThat(EvidencePolicy.requireUploader(PLANNED, with(Role.LEADER))).isEqualTo(Role.LEADER);
        assertThat(EvidencePolicy.requireUploader(PLANNED, Guannan.schoolAccount())).isEqualTo(Role.SCHOOL);
        assertThat(EvidencePolicy.requireUploader(DRAWN, Guannan.inspectorAccount(Path.LEAD))).isEqualTo(Role.INSPECTOR);
    }

    @Test
    void nobody_else_does() {
        assertThat(refusal(() -> EvidencePolicy.requireUploader(PLANNED, Guannan.inspectorAccount(Path.LEAD))))
                .isEqualTo(new Refusal.NotInspectorOfRound(1, Path.LEAD));
        assertThat(refusal(() -> EvidencePolicy.requireUploader(DRAWN, Guannan.inspectorAccount(Guannan.inspector(9)))))
                .isEqualTo(new Refusal.NotInspectorOfRound(1, Guannan.inspector(9)));
        assertThat(refusal(() -> EvidencePolicy.requireUploader(PLANNED, anotherSchool(Role.SCHOOL))))
                .isEqualTo(new Refusal.AnotherSchool(Guannan.SCHOOL.value()));
        assertThat(refusal(() -> EvidencePolicy.requireUploader(PLANNED, anotherSchool(Role.SCHOOL, Role.OFFICE))))
                .isEqualTo(new Refusal.AnotherSchool(Guannan.SCHOOL.value()));
        assertThat(refusal(() -> EvidencePolicy.requireUploader(PLANNED, with(Role.ANALYST))))
                .isEqualTo(new Refusal.AnotherSchool(Guannan.SCHOOL.value()));
        Actor elsewhere = new Actor("office", Set.of(Role.OFFICE), Guannan.ANOTHER_BUREAU, null, null);
        assertThat(refusal(() -> EvidencePolicy.requireUploader(PLANNED, elsewhere)))
                .isEqualTo(new Refusal.AnotherBureau(Thing.ASSESSMENT, Guannan.ASSESSMENT.value()));
    }

    @Test
    void a_picture_is_not_taken_in_the_future() {
        assertThat(refusal(() -> EvidencePolicy.requireTaken(null, NOW))).isNull();
        assertThat(refusal(() -> EvidencePolicy.requireTaken(NOW, NOW))).isNull();
        assertThat(refusal(() -> EvidencePolicy.requireTaken(NOW.plusMillis(1), NOW)))
                .isEqualTo(new Refusal.TakenInFuture(NOW.plusMillis(1), NOW));
    }

    @Test
    void a_file_is_as_large_and_of_such_a_kind_as_the_settings_say() {
        assertThat(refusal(() -> LIMITS.requireSize(1000))).isNull();
        assertThat(refusal(() -> LIMITS.requireSize(1001))).isEqualTo(new Refusal.FileTooLarge(1000));
        assertThat(refusal(() -> LIMITS.requireType(JPEG, null))).isNull();
        assertThat(refusal(() -> LIMITS.requireType(JPEG, JPEG))).isNull();
        assertThat(refusal(() -> LIMITS.requireType(JPEG, PDF))).isEqualTo(new Refusal.FileTypeDiffers(PDF, JPEG));
        assertThat(refusal(() -> LIMITS.requireType(PROGRAM, JPEG)))
                .isEqualTo(new Refusal.FileTypeNotAllowed(PROGRAM, List.of(PDF, JPEG)));
    }

    private static Actor with(Role role) {
        return new Actor(role.name(), Set.of(role), Guannan.BUREAU, null, null);
    }

    private static Actor anotherSchool(Role... roles) {
        return new Actor("another", Set.of(roles), Guannan.BUREAU, Guannan.ANOTHER_SCHOOL, null);
    }

    private static @Nullable Refusal refusal(Runnable check) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, check::run);
        return Objects.isNull(refused) ? null : refused.refusal();
    }
}
