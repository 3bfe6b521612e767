package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class HistorySliceTest {

    private static final String SCHOOL = "2132072401";
    private static final String OTHER = "2132072402";
    private static final String RECUSING = "2132072403";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final AssessmentReads ASSESSMENTS = NODE.bean(AssessmentReads.class);
    private static final SchoolReads SCHOOLS = NODE.bean(SchoolReads.class);

    @BeforeAll
    static void a_school_scored_twice_and_graded() {
        ItemFindings tooMuch = new ItemFindings(
                new ItemNo(3),
                List.of(deduction("3.1", "4", "画面不清"), deduction("3.2", "3.5", "回放{不}清 $1")),
                List.of(new Measurement(
                        new CheckpointCode("3.3"),
                        new MeasuredValue(BigDecimal.valueOf(300)),
                        new MeasuredValue(BigDecimal.valueOf(200)),
                        MeasureUnit.px,
                        new Reason("正在更换"))),
                List.of());
        ItemFindings noDormitory = new ItemFindings(
                new ItemNo(2),
                List.of(),
                List.of(),
                List.of(new NotApplicable(new CheckpointCode("2.5"), new Reason("没有宿舍"))));
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(Given.school(SCHOOL, "灌南县实验小学"))
                        .registered().plan(false).applied().drawn().opened()
                        .scored("1.2", "2", "监控室面积8㎡")
                        .scored("1.2", "1", "监控室面积9㎡")
                        .scored(tooMuch)
                        .scored(noDormitory)
                        .allScored().signed().graded().events(),
                Story.of(Given.school(OTHER, "堆沟小学")).registered().plan(true).events()));
        NODE.ledger()
                .append(Given.school(RECUSING, "新安小学"))
                .append(Given.recusals(RECUSING, RECUSING, RecusalOutcome.DISMISSED));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void every_point_lost_is_explained_with_before_and_after() {
        List<HistoryEntry> scores = scores(Locale.CHINESE);
        HistoryEntry first = scores.getFirst();
        assertThat(first.text()).isEqualTo("第1轮考评：i-01将第1项评为 8 分（满分10），1.2 扣2分：监控室面积8㎡");
        assertThat(first.before()).isNull();
        assertThat(first.after()).isEqualTo(new Points("8"));
        assertThat(first.itemNo()).isEqualTo(new ItemNo(1));
        assertThat(first.reason()).isEqualTo("监控室面积8㎡");
        assertThat(first.authority()).isEqualTo("第1轮考评");
        assertThat(first.deductions()).hasSize(1);
        HistoryEntry second = scores.get(1);
        assertThat(second.text()).isEqualTo("第1轮考评：i-01将第1项由 8 分改为 9 分（满分10），1.2 扣1分：监控室面积9㎡");
        assertThat(second.before()).isEqualTo(new Points("8"));
    }

    @Test
    void a_score_says_what_the_floor_a_waiver_or_a_missing_dormitory_did() {
        assertThat(scores(Locale.CHINESE).get(2).text()).isEqualTo(
                "第1轮考评：i-01将第3项评为 0 分（满分5），3.1 扣4分：画面不清；3.2 扣3.5分：回放{不}清 $1；"
                        + "共扣7.5分，扣完为止；3.3 实测300×200像素未达标，不扣分：正在更换");
        assertThat(scores(Locale.CHINESE).get(3).text())
                .isEqualTo("第1轮考评：i-01将第2项评为 10 分（满分10），2.5 不适用：没有宿舍");
    }

    @Test
    void english_readers_read_english() {
        HistoryEntry first = scores(Locale.ENGLISH).getFirst();
        assertThat(first.text())
                .isEqualTo("Review round 1: item 1 scored 8 of 10 points by i-01, 1.2 minus 2: 监控室面积8㎡");
        assertThat(first.authority()).isEqualTo("review round 1");
        assertThat(texts(history(People.office(), Locale.ENGLISH))).noneMatch(text -> text.matches(".*\\{\\w+}.*"));
    }

    @Test
    void every_kind_of_event_has_its_text() {
        assertThat(texts(school(People.office(), Locale.CHINESE))).satisfiesExactly(
                text -> assertThat(text).isEqualTo("学校登记：灌南县实验小学（小学，公办，新安镇），学生2100人，"
                        + "教职工130人，专任教师118人，校长陈校长，分管副校长刘副校长"),
                text -> assertThat(text).isEqualTo("报送创建活动方案《创建活动方案》（文件plan.pdf），按期（截止2018-03-25）"),
                text -> assertThat(text).isEqualTo("自评100分（合格线70分），自评合格"),
                text -> assertThat(text).isEqualTo("提交申报表（申报日期2018-03-24），自评100分，盖章人：赵盖章"),
                text -> assertThat(text).isEqualTo("受理申报"),
                text -> assertThat(text).isEqualTo("第1次抽取考评人员：i-01、i-02（考评组长i-01），种子s1（由抽取人给定），可抽2人，回避0人"),
                text -> assertThat(text).isEqualTo("第1轮考评开始：考评人员i-01、i-02（考评组长i-01），2018-04-10到校"));
    }

    @Test
    void recusals_stand_in_the_history_of_the_school_and_to_an_analyst_without_reasons() {
        List<HistoryEntry> told = recusing(People.school(RECUSING), Locale.CHINESE);
        assertThat(texts(told)).containsExactly(
                "考评人员i-03声明对本校回避，原因：配偶任教",
                "学校申请考评人员i-03回避，原因：去年有争议",
                "驳回考评人员i-03回避的申请，原因：情况属实");
        assertThat(told.getFirst().inspectorId()).isEqualTo(new InspectorId("i-03"));
        assertThat(told.getFirst().reason()).isEqualTo("配偶任教");
        assertThat(texts(recusing(People.office(), Locale.ENGLISH))).containsExactly(
                "Inspector i-03 declared a recusal for this school, reason: 配偶任教",
                "The school asked that inspector i-03 be recused, reason: 去年有争议",
                "The request that inspector i-03 be recused was dismissed, reason: 情况属实");
        List<HistoryEntry> nameless = recusing(People.analyst(), Locale.CHINESE);
        assertThat(texts(nameless)).startsWith("考评人员i-03声明对本校回避");
        assertThat(nameless).extracting(HistoryEntry::reason).containsOnlyNulls();
    }

    @Test
    void an_entry_tells_who_when_where_and_for_which_request() {
        HistoryEntry score = scores(Locale.CHINESE).getFirst();
        assertThat(score.actor()).isEqualTo("office");
        assertThat(score.role()).isEqualTo(Role.OFFICE);
        assertThat(score.requestId()).isEqualTo("req-1");
        assertThat(score.type()).isEqualTo("assessment.ItemScored");
        assertThat(score.at()).isEqualTo(Instant.parse("2018-04-10T02:30:00Z"));
        assertThat(score.recordedAt()).isAfter(score.at());
        assertThat(score.position()).isEqualTo(12);
        assertThat(score.schoolCode()).isEqualTo(new SchoolCode(SCHOOL));
    }

    @Test
    void an_analyst_reads_what_happened_and_no_names() {
        String all = texts(history(People.analyst(), Locale.CHINESE)).toString();
        assertThat(all).contains("评审意见：同意").doesNotContain("钱局长", "赵盖章");
        assertThat(texts(history(People.office(), Locale.CHINESE)).toString()).contains("钱局长", "赵盖章");
        assertThat(texts(school(People.analyst(), Locale.CHINESE)).getFirst()).doesNotContain("陈校长");
    }

    @Test
    void nobody_reads_a_history_that_is_not_theirs() {
        assertThat(refusal(() -> history(People.officeElsewhere(), Locale.CHINESE)))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> history(People.school(OTHER), Locale.CHINESE)))
                .isEqualTo(new Refusal.AnotherSchool(SCHOOL));
        assertThat(refusal(() -> school(People.school(OTHER), Locale.CHINESE)))
                .isEqualTo(new Refusal.AnotherSchool(SCHOOL));
        assertThat(refusal(() -> school(People.officeElsewhere(), Locale.CHINESE)))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> history(People.inspector("i-03"), Locale.CHINESE)))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(history(People.inspector("i-02"), Locale.CHINESE)).isNotEmpty();
        assertThat(history(People.school(SCHOOL), Locale.CHINESE)).isNotEmpty();
        assertThat(refusal(() -> SCHOOLS.history(
                        new SchoolCode("2132072499"), null, null, null, null, 50, null, People.office(),
                        Locale.CHINESE)))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.SCHOOL, "2132072499"));
    }

    @Test
    void pages_follow_the_ledger() {
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<HistoryEntry> page = page(7, cursor);
            page.items().forEach(entry -> seen.add(entry.position()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(6 + 16 + 2 + 1);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor = page(1, null).nextCursor();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> SCHOOLS.history(
                new SchoolCode(SCHOOL), null, null, null, null, 1, cursor, People.office(), Locale.CHINESE));
    }

    private static Page<HistoryEntry> page(int limit, @Nullable String cursor) {
        return body(ASSESSMENTS.history(
                Story.idOf(SCHOOL), null, null, null, null, limit, cursor, People.office(), Locale.CHINESE));
    }

    private static List<HistoryEntry> history(Actor actor, Locale locale) {
        return body(ASSESSMENTS.history(Story.idOf(SCHOOL), null, null, null, null, 100, null, actor, locale)).items();
    }

    private static List<HistoryEntry> school(Actor actor, Locale locale) {
        return body(SCHOOLS.history(new SchoolCode(SCHOOL), null, null, null, null, 7, null, actor, locale)).items();
    }

    private static List<HistoryEntry> scores(Locale locale) {
        return history(People.office(), locale).stream()
                .filter(entry -> entry.itemNo() != null)
                .toList();
    }

    private static List<String> texts(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::text).toList();
    }

    private static Deduction deduction(String checkpoint, String points, String reason) {
        return new Deduction(new CheckpointCode(checkpoint), new Points(points), new Reason(reason), List.of());
    }

    private static List<HistoryEntry> recusing(Actor reader, Locale locale) {
        List<HistoryEntry> all = body(SCHOOLS.history(
                        new SchoolCode(RECUSING), null, null, null, null, 50, null, reader, locale))
                .items();
        return all.subList(1, all.size());
    }
}
