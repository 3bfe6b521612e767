package cn.dabiao.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.GradeRequest;
import cn.dabiao.api.assessment.ItemScoreRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentDesk;
import cn.dabiao.command.school.SchoolWriter;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;

/**
 * A county as large as a real one: 300 schools in 20 townships, each graded, written through the product's own commands.
 * Each school lost something in a few items, so that grades, places and losses differ.
 */
final class ReadCounty {

    static final String CAMPAIGN = "county";
    static final int SCHOOLS = 300;
    private static final int FIRST_SCHOOL = 90_000;
    private static final int ITEMS = 15;
    private static final int TOWNSHIPS = 20;
    private static final List<String> KINDS = List.of("PRIMARY", "JUNIOR_HIGH", "KINDERGARTEN");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock = Clock.systemUTC();
    private final Actor office = new Actor("office", Set.of(Role.OFFICE), BUREAU, null, null);
    private final AssessmentDesk desk;
    private final SchoolWriter schools;

    ReadCounty(ApplicationContext product) {
        this.desk = product.getBean(AssessmentDesk.class);
        this.schools = product.getBean(SchoolWriter.class);
    }

    /** Its campaign and its two inspectors are there already. */
    void write() throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        IntStream.range(0, SCHOOLS).forEach(number -> work.add(() -> {
            register(number);
            assess(number);
            return number;
        }));
        BenchmarkCounty.atOnce(work);
    }

    static AssessmentId id(int number) {
        return BenchmarkCounty.id(CAMPAIGN, FIRST_SCHOOL + number);
    }

    private void register(int number) {
        schools.register(
                code(number),
                BenchmarkCounty.read(
                        """
                        {"name": "第%d学校", "ownership": "%s", "kind": "%s", "township": "第%d镇",
                         "students": 100, "staff": 10, "teachers": 8,
                         "principal": {"name": "张三", "phone": "0518-83220001"},
                         "vicePrincipal": {"name": "李四", "phone": "0518-83220002"}}"""
                                .formatted(
                                        number,
                                        number % 5 == 0 ? "PRIVATE" : "PUBLIC",
                                        KINDS.get(number % KINDS.size()),
                                        number % TOWNSHIPS),
                        SchoolFacts.class),
                by(office, null));
    }

    private void assess(int number) {
        AssessmentId id = id(number);
        Actor account = new Actor("school", Set.of(Role.SCHOOL), BUREAU, code(number), null);
        LocalDate today = LocalDate.now(ZONE);
        desk.filePlan(id, BenchmarkCounty.read(BenchmarkCounty.plan(), PlanRequest.class), by(account, null));
        desk.selfAssess(id, IntStream.rangeClosed(1, ITEMS).mapToObj(ReadCounty::faultless).toList(), by(account, 1L));
        desk.apply(id, new ApplicationRequest(today, new PersonName("张三")), by(account, 2L));
        desk.accept(id, null, by(office, 3L));
        desk.draw(id, 2, null, null, by(office, 4L));
        desk.openReview(id, today, by(office, 5L));
        for (int item = 1; item <= ITEMS; item++) {
            desk.score(id, 1, findings(number, item), null, null, by(inspector("b-01"), 5L + item));
        }
        desk.sign(id, 1, null, by(inspector("b-01"), 21L));
        desk.sign(id, 1, null, by(inspector("b-02"), 22L));
        desk.grade(
                id,
                BenchmarkCounty.read(
                        "{\"round\": 1, \"opinion\": \"同意考评结果\", \"sealedBy\": \"陈余山\"}", GradeRequest.class),
                by(office, 23L));
    }

    /** Every third item of a school, by its number, lost a point or several. */
    private static ItemFindings findings(int number, int item) {
        if ((number + item) % 3 != 0) {
            return faultless(item);
        }
        String json = "{\"deductions\": [{\"checkpoint\": \"%d.1\", \"points\": %d, \"reason\": \"现场检查不符合要求\"}]}"
                .formatted(item, 1 + (number + item) % 4);
        return BenchmarkCounty.read(json, ItemScoreRequest.class).findings(new ItemNo(item));
    }

    private static ItemFindings faultless(int item) {
        return new ItemFindings(new ItemNo(item), List.of(), List.of(), List.of());
    }

    private static SchoolCode code(int number) {
        return new SchoolCode(BenchmarkCounty.code(FIRST_SCHOOL + number));
    }

    private static Actor inspector(String id) {
        return new Actor("inspector-" + id, Set.of(Role.INSPECTOR), BUREAU, null, new InspectorId(id));
    }

    private Request by(Actor actor, @Nullable Long version) {
        return version == null
                ? Request.of(actor, clock.instant())
                : new Request(actor, clock.instant(), Precondition.of(Long.toString(version)));
    }
}
