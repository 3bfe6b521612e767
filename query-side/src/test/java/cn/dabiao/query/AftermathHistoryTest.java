package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.assessment.ScoreChange;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** How the history tells what follows from a review and its grade. */
class AftermathHistoryTest {

    private static final String SCHOOL = "2132072401";
    private static final String OTHER = "2132072402";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final AssessmentReads READS = NODE.bean(AssessmentReads.class);

    @BeforeAll
    static void a_school_with_a_long_life_and_one_that_applied_in_vain() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(Given.school(SCHOOL, "灌南县实验小学"))
                        .registered().plan(false).applied().drawn().opened()
                        .scored("1.2", "8", "监控室面积6㎡").scored("4.2", "3", "保存20天").replaced()
                        .allScored().signed().graded().andThen()
                        .appealed("a1", 1).decided("a1", AppealOutcome.UPHELD).correctedOnAppeal("a1", "1.2", "5")
                        .appealed("a2", 4).decided("a2", AppealOutcome.DISMISSED)
                        .correctedByOffice("灌教安〔2018〕3号", "4.2", "2")
                        .determined().issued("m1", MeasureKind.NOTICE_LETTER).summoned("m2")
                        .ordered("r1", "2018-05-10").contestedDetermination("a3")
                        .decided("a3", AppealOutcome.PARTLY_UPHELD).revoked("a3")
                        .interviewed("m2").fulfilled("m2", 1).withdrawn("m1")
                        .windowClosed(Contested.GRADE, 48, "2018-05-02", 64)
                        .windowClosed(Contested.DETERMINATION, 49, "2018-05-03", 65)
                        .overdue("r1", "2018-05-10").reported("r1").sentBack("r1", "2018-05-20").reported("r1")
                        .verified("r1").reviewedAgain("1.2", "1").events(),
                Story.of(Given.school(OTHER, "堆沟小学")).registered().plan(true).appliedInVain().events()));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void every_event_of_an_assessment_is_told_in_both_languages() {
        Set<String> known = Arrays.stream(AssessmentEvent.class.getPermittedSubclasses())
                .map(EventTypes::nameOf)
                .collect(Collectors.toSet());
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<HistoryEntry> told = Stream.concat(
                            history(SCHOOL, People.office(), locale).stream(),
                            history(OTHER, People.office(), locale).stream())
                    .toList();
            assertThat(told).extracting(HistoryEntry::type).containsAll(known);
            assertThat(told).extracting(HistoryEntry::text).allSatisfy(text ->
                    assertThat(text).isNotBlank().doesNotContain("null").doesNotContainPattern("\\{\\w+}"));
        }
    }

    @Test
    void what_followed_from_the_review_is_told_in_the_words_of_the_office() {
        assertThat(aftermath(People.office(), Locale.CHINESE)).containsExactly(
                "第1轮考评更换考评人员：i-03接替i-02（考评组长i-01），第2次抽取，种子s2（由系统生成），可抽1人，排除2人，原因：王芳因病住院",
                "提出申诉a1，申请复核第1轮考评第1项评分，理由：实测面积有误，附佐证材料1份",
                "对申诉a1作出复核决定：申诉成立，原因：经复核",
                "更正第1轮考评：第1项由 2 分更正为 5 分（满分10），依据：申诉a1，1.2 扣5分：按复测，原因：复测更正",
                "按更正后的分数重新核定第1轮考评等级：总分由 89 分变为 92 分（满分100），等级由二级达标变为一级达标，"
                        + "硬件设施22/30、制度建设15/15、工作规范35/35、管理维护20/20；依据：申诉a1",
                "提出申诉a2，申请复核第1轮考评第4项评分，理由：实测面积有误，附佐证材料1份",
                "对申诉a2作出复核决定：申诉不成立，予以驳回，原因：经复核",
                "更正第1轮考评：第4项由 2 分更正为 3 分（满分5），依据：灌教安〔2018〕3号，4.2 扣2分：按复测，原因：登记有误",
                "按更正后的分数重新核定第1轮考评等级：总分由 92 分变为 93 分（满分100），等级仍为一级达标，"
                        + "硬件设施23/30、制度建设15/15、工作规范35/35、管理维护20/20；依据：灌教安〔2018〕3号",
                "认定为不达标（行动进展缓慢），原因：隐患长期不改",
                "采取督促措施m1：函告，原因：整改不积极",
                "采取督促措施m2：约谈，约谈时间2018-04-23 09:30，地点县教育局会议室，约谈对象周校长",
                "第1轮考评后下达整改通知r1：整改第1、4项；消除隐患：配电箱裸露，限2018-05-10（含当日）前整改并报告",
                "提出申诉a3，申请复核不达标认定，理由：已按期整改",
                "对申诉a3作出复核决定：申诉部分成立，原因：经复核",
                "撤销不达标认定，依据：申诉a3，原因：整改属实",
                "约谈m2已于2018-04-23 09:40进行，纪要：学校说明了整改安排；承诺事项：1. 更换硬盘（2018-05-05前）；"
                        + "2. 清理杂物（2018-04-30前）",
                "约谈m2第1项承诺经核实已履行，核实情况：已换新",
                "撤销督促措施m1，原因：已改正",
                "对评定等级的申诉期限于2018-05-02届满，系统自动记录",
                "对不达标认定的申诉期限于2018-05-03届满，系统自动记录",
                "整改通知r1于2018-05-10到期未报告，系统自动记录",
                "报告整改通知r1的整改情况：已加装防护门，附佐证材料1份",
                "整改通知r1经核查未整改到位，退回继续整改，限2018-05-20（含当日）前再次报告，原因：防护门未上锁",
                "报告整改通知r1的整改情况：已加装防护门，附佐证材料1份",
                "整改通知r1经核查已整改到位，予以销号");
    }

    @Test
    void english_readers_are_told_the_same() {
        assertThat(aftermath(People.office(), Locale.ENGLISH)).containsExactly(
                "Review round 1: i-03 replaced i-02 (lead i-01), draw 2, seed s2 (made by the product), 1 eligible, "
                        + "2 excluded, reason: 王芳因病住院",
                "Appeal a1 lodged against the scores of items 1 in review round 1, grounds: 实测面积有误, with 1 pieces of "
                        + "evidence",
                "Appeal a1 decided: upheld, reason: 经复核",
                "Review round 1: item 1 corrected from 2 to 5 of 10 points, resting on appeal a1, 1.2 minus 5: 按复测, "
                        + "reason: 复测更正",
                "Grade on review round 1 derived anew from the corrected scores: total from 89 to 92 (of 100), grade from "
                        + "LEVEL_2 to LEVEL_1, HARDWARE 22/30, RULES 15/15, CONDUCT 35/35, UPKEEP 20/20; resting on "
                        + "appeal a1",
                "Appeal a2 lodged against the scores of items 4 in review round 1, grounds: 实测面积有误, with 1 pieces of "
                        + "evidence",
                "Appeal a2 decided: dismissed, reason: 经复核",
                "Review round 1: item 4 corrected from 2 to 3 of 5 points, resting on 灌教安〔2018〕3号, 4.2 minus 2: 按复测, "
                        + "reason: 登记有误",
                "Grade on review round 1 derived anew from the corrected scores: total from 92 to 93 (of 100), grade still "
                        + "LEVEL_1, HARDWARE 23/30, RULES 15/15, CONDUCT 35/35, UPKEEP 20/20; resting on 灌教安〔2018〕3号",
                "Determined NOT_ATTAINED (slow progress), reason: 隐患长期不改",
                "Measure m1 issued: notice letter, reason: 整改不积极",
                "Measure m2 issued: interview, on 2018-04-23 09:30 at 县教育局会议室, summoned: 周校长",
                "Rectification r1 ordered after review round 1: items 1, 4; hazards: 配电箱裸露; to be reported by 2018-05-10",
                "Appeal a3 lodged against the determination of NOT_ATTAINED, grounds: 已按期整改",
                "Appeal a3 decided: partly upheld, reason: 经复核",
                "Determination of NOT_ATTAINED revoked, resting on appeal a3, reason: 整改属实",
                "Interview m2 held on 2018-04-23 09:40, minutes: 学校说明了整改安排; commitments: 1. 更换硬盘 (by 2018-05-05); "
                        + "2. 清理杂物 (by 2018-04-30)",
                "Commitment 1 of interview m2 found kept: 已换新",
                "Measure m1 withdrawn, reason: 已改正",
                "The window for appeals against the grade ended on 2018-05-02, recorded by the calendar",
                "The window for appeals against the determination of NOT_ATTAINED ended on 2018-05-03, recorded by the "
                        + "calendar",
                "Rectification r1 not reported by 2018-05-10, recorded by the calendar",
                "Rectification r1 reported: 已加装防护门, with 1 pieces of evidence",
                "Rectification r1 sent back, to be reported again by 2018-05-20, reason: 防护门未上锁",
                "Rectification r1 reported: 已加装防护门, with 1 pieces of evidence",
                "Rectification r1 verified and closed");
    }

    @Test
    void an_item_that_carried_over_is_scored_from_what_it_had() {
        assertThat(history(SCHOOL, People.office(), Locale.CHINESE))
                .extracting(HistoryEntry::text)
                .contains("第2轮考评：i-01将第1项由 5 分改为 9 分（满分10），1.2 扣1分：仍有不足");
    }

    @Test
    void a_correction_has_its_deductions_and_an_interview_the_hour_at_which_it_was_held() {
        HistoryEntry correction = entry("assessment.ScoreCorrected");
        assertThat(correction.itemNo()).isEqualTo(new ItemNo(1));
        assertThat(correction.before()).isEqualTo(new Points("2"));
        assertThat(correction.after()).isEqualTo(new Points("5"));
        assertThat(correction.reason()).isEqualTo("复测更正");
        assertThat(correction.authority()).isEqualTo("申诉a1");
        assertThat(correction.deductions())
                .extracting(each -> each.checkpoint() + " " + each.points())
                .containsExactly("1.2 5");
        assertThat(entry("assessment.GradeRevised").authority()).isEqualTo("申诉a1");
        assertThat(entry("assessment.DeterminationRevoked").authority()).isEqualTo("申诉a3");
        assertThat(entry("assessment.InterviewHeld").at()).isEqualTo(Instant.parse("2018-04-23T01:40:00Z"));
    }

    @Test
    void an_analyst_is_not_told_who_was_summoned_nor_why_somebody_was_replaced() {
        assertThat(aftermath(People.analyst(), Locale.CHINESE))
                .contains("采取督促措施m2：约谈，约谈时间2018-04-23 09:30，地点县教育局会议室")
                .noneMatch(text -> text.contains("周校长") || text.contains("王芳"));
        assertThat(history(SCHOOL, People.analyst(), Locale.CHINESE))
                .filteredOn(entry -> entry.type().equals("assessment.InspectorReplaced"))
                .extracting(HistoryEntry::reason)
                .containsOnlyNulls();
    }

    @Test
    void score_changes_are_listed_the_oldest_first_with_what_they_rest_on() {
        List<ScoreChange> ofFirst = changes(new ItemNo(1), 50, null).items();
        assertThat(ofFirst).extracting(AftermathHistoryTest::told).containsExactly(
                "1 1: null -> 2, 监控室面积6㎡, 第1轮考评", "1 1: 2 -> 5, 复测更正, 申诉a1", "2 1: 5 -> 9, 仍有不足, 第2轮考评");
        assertThat(ofFirst).extracting(ScoreChange::position).isSorted();
        assertThat(ofFirst.getFirst().at()).isEqualTo(Instant.parse("2018-04-10T02:30:00Z"));
        assertThat(ofFirst.getFirst().recordedAt()).isAfter(ofFirst.getFirst().at());
        assertThat(ofFirst.getFirst().actor()).isEqualTo("office");
        assertThat(ofFirst.getFirst().role()).isEqualTo(Role.OFFICE);
        assertThat(changes(new ItemNo(4), 50, null).items()).extracting(AftermathHistoryTest::told).containsExactly(
                "1 4: null -> 2, 保存20天, 第1轮考评", "1 4: 2 -> 3, 登记有误, 灌教安〔2018〕3号");
        assertThat(changes(new ItemNo(99), 50, null).items()).isEmpty();
    }

    @Test
    void score_changes_come_in_pages_without_repeating_or_leaving_out() {
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<ScoreChange> page = changes(null, 4, cursor);
            page.items().forEach(change -> seen.add(change.position()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(15 + 2 + 1);
    }

    @Test
    void score_changes_are_seen_by_those_who_see_the_history() {
        assertThat(refusal(() -> changes(People.officeElsewhere()))).isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> changes(People.school(OTHER)))).isEqualTo(new Refusal.AnotherSchool(SCHOOL));
        assertThat(refusal(() -> READS.scoreChanges(
                        Story.idOf("2132072499"), null, 50, null, People.office(), Locale.CHINESE)))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, "guannan-2018.2132072499"));
        assertThat(changes(People.school(SCHOOL)).items()).isNotEmpty();
        assertThat(changes(People.inspector("i-01")).items()).isNotEmpty();
        assertThat(changes(People.analyst()).items()).extracting(ScoreChange::actor).containsOnlyNulls();
    }

    private static String told(ScoreChange it) {
        return "%d %s: %s -> %s, %s, %s"
                .formatted(it.round(), it.itemNo(), it.before(), it.after(), it.reason(), it.authority());
    }

    private static Page<ScoreChange> changes(@Nullable ItemNo item, int limit, @Nullable String cursor) {
        return body(READS.scoreChanges(Story.idOf(SCHOOL), item, limit, cursor, People.office(), Locale.CHINESE));
    }

    private static Page<ScoreChange> changes(Actor actor) {
        return body(READS.scoreChanges(Story.idOf(SCHOOL), null, 50, null, actor, Locale.CHINESE));
    }

    private static HistoryEntry entry(String type) {
        return history(SCHOOL, People.office(), Locale.CHINESE).stream()
                .filter(entry -> entry.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** What the review was followed by, up to the second one, and who was replaced in it. */
    private static List<String> aftermath(Actor reader, Locale locale) {
        List<HistoryEntry> all = history(SCHOOL, reader, locale);
        int graded = indexOf(all, "assessment.GradeAssigned");
        return Stream.concat(
                        Stream.of(all.get(indexOf(all, "assessment.InspectorReplaced"))),
                        all.stream().skip(graded + 1).takeWhile(entry -> !entry.type().endsWith("InspectorsDrawn")))
                .map(HistoryEntry::text)
                .toList();
    }

    private static int indexOf(List<HistoryEntry> all, String type) {
        return all.stream().map(HistoryEntry::type).toList().indexOf(type);
    }

    private static List<HistoryEntry> history(String school, Actor actor, Locale locale) {
        return body(READS.history(Story.idOf(school), null, null, null, null, 100, null, actor, locale)).items();
    }
}
