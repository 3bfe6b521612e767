package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.evidence.EvidenceReads;
import cn.dabiao.api.evidence.EvidenceView;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.evidence.EvidenceUnavailable;
import cn.dabiao.evidence.ReceivedFile;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class EvidenceSliceTest {

    private static final String SCHOOL = "2132072401";
    private static final String OTHER = "2132072402";
    private static final AssessmentId ASSESSMENT = Story.idOf(SCHOOL);
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 LOST = new Sha256("ab".repeat(32));
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final EvidenceReads EVIDENCE = NODE.bean(EvidenceReads.class);

    private static Sha256 hash = LOST;

    @BeforeAll
    static void two_files_of_which_the_store_has_one() throws IOException {
        EvidenceStore store = NODE.bean(EvidenceStore.class);
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(PICTURE))) {
            store.keep(file);
            hash = file.sha256();
        }
        NODE.ledger()
                .append(Given.aCampaign())
                .append(Story.of(Given.school(SCHOOL, "灌南县实验小学")).registered().plan(false).applied().drawn().events())
                .append(Story.of(Given.school(OTHER, "新安中学")).registered().plan(false).events())
                .append(stored(ASSESSMENT, hash), stored(ASSESSMENT, LOST), stored(Story.idOf(OTHER), hash));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void the_files_of_an_assessment_are_listed_in_the_order_in_which_they_came() {
        Page<EvidenceView> first = body(EVIDENCE.list(ASSESSMENT, 1, null, People.school(SCHOOL)));
        Page<EvidenceView> second = body(EVIDENCE.list(ASSESSMENT, 1, first.nextCursor(), People.school(SCHOOL)));

        assertThat(first.items()).extracting(EvidenceView::sha256).containsExactly(hash);
        assertThat(second.items()).extracting(EvidenceView::sha256).containsExactly(LOST);
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items().getFirst().name()).isEqualTo(new FileName("张三在监控室.jpg"));
        assertThat(first.items().getFirst().storedAs()).isEqualTo(Role.OFFICE);
    }

    @Test
    void an_analyst_sees_the_figures_and_neither_what_people_wrote_nor_the_files() {
        List<EvidenceView> files = body(EVIDENCE.list(ASSESSMENT, 50, null, People.analyst())).items();

        assertThat(files).hasSize(2);
        assertThat(files.getFirst().bytes()).isEqualTo(new ByteCount(PICTURE.length));
        assertThat(files.toString()).doesNotContain("张三", "监控室");
        Actor both = new Actor(
                "both", Set.of(Role.ANALYST, Role.INSPECTOR), People.GUANNAN, null, People.inspector("i-03").inspector());
        assertThatExceptionOfType(ForbiddenException.class)
                .as("an inspector of others gains no pictures by being an analyst")
                .isThrownBy(() -> EVIDENCE.download(ASSESSMENT, hash, both));
    }

    @Test
    void a_file_is_given_out_as_what_it_is_and_to_be_saved() throws IOException {
        ResponseEntity<Resource> answer = EVIDENCE.download(ASSESSMENT, hash, People.inspector("i-01"));

        assertThat(body(answer).getContentAsByteArray()).isEqualTo(PICTURE);
        assertThat(body(answer).contentLength()).isEqualTo(PICTURE.length);
        assertThat(answer.getHeaders().getETag()).isEqualTo('"' + hash.value() + '"');
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("张三在监控室.jpg");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whoever_may_not_read_the_assessment_reads_none_of_its_files() {
        assertThat(refusal(() -> EVIDENCE.list(ASSESSMENT, 50, null, People.school(OTHER))))
                .isEqualTo(new Refusal.AnotherSchool(SCHOOL));
        assertThat(refusal(() -> EVIDENCE.download(ASSESSMENT, hash, People.school(OTHER))))
                .isEqualTo(new Refusal.AnotherSchool(SCHOOL));
        assertThat(refusal(() -> EVIDENCE.download(ASSESSMENT, hash, People.inspector("i-03"))))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> EVIDENCE.download(ASSESSMENT, hash, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> EVIDENCE.download(Story.idOf(OTHER), LOST, People.office())))
                .as("a file of another assessment")
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> EVIDENCE.list(Story.idOf("2132072499"), 50, null, People.office())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_file_that_the_store_does_not_have_is_told_as_such() {
        assertThatExceptionOfType(EvidenceUnavailable.class)
                .isThrownBy(() -> EVIDENCE.download(ASSESSMENT, LOST, People.office()));
    }

    @Test
    void a_schools_history_tells_of_its_files_and_an_analyst_reads_no_names_there() {
        HistoryEntry entry = lastOf(People.office(), Locale.CHINESE);
        assertThat(entry.type()).isEqualTo("evidence.EvidenceStored");
        assertThat(entry.assessmentId()).isEqualTo(ASSESSMENT);
        assertThat(entry.text()).isEqualTo(
                "上传证据文件“张三在监控室.jpg”（image/jpeg，9 字节），拍摄于 2018-03-12T01:00:00Z，地点：监控室，SHA-256 为 " + LOST);
        assertThat(lastOf(People.analyst(), Locale.ENGLISH).text()).isEqualTo(
                "Evidence stored (image/jpeg, 9 bytes), taken at 2018-03-12T01:00:00Z, SHA-256 " + LOST);
    }

    private static HistoryEntry lastOf(Actor reader, Locale locale) {
        return body(NODE.bean(SchoolReads.class).history(
                        new SchoolCode(SCHOOL), null, null, null, null, 100, null, reader, locale))
                .items()
                .getLast();
    }

    private static EvidenceStored stored(AssessmentId assessment, Sha256 file) {
        return new EvidenceStored(
                assessment,
                file,
                new FileName("张三在监控室.jpg"),
                new cn.dabiao.domain.evidence.MediaType("image/jpeg"),
                new ByteCount(PICTURE.length),
                Given.THEN,
                new Title("监控室"),
                Given.THEN.plusSeconds(60));
    }
}
