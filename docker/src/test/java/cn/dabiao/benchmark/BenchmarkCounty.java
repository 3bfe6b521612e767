package cn.dabiao.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.springframework.context.ApplicationContext;

import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.ItemScoreRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.api.campaign.CampaignRequest;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentDesk;
import cn.dabiao.command.campaign.CampaignWriter;
import cn.dabiao.command.inspector.InspectorWriter;
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
import cn.dabiao.json.DomainJson;

/** A county with as many open reviews as the clients need, written through the product's own commands. */
final class BenchmarkCounty {

    /** Of an assessment whose review has just been opened: the number of its events. */
    static final long VERSION_UNDER_REVIEW = 6;
    /** A few for each of 128 clients; as many for those in this process as for those over HTTP. */
    private static final int ASSESSMENTS = 1_024;
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final String FIRST_CAMPAIGN = "bench-0";
    private static final String PLAN =
            """
            {"title": "视频监控室达标创建活动方案",
             "document": {"name": "plan.pdf", "bytes": 12345,
                          "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
             "leadingGroup": [{"name": "张三", "role": "HEAD"}]}""";

    private static final List<String> FINDINGS = IntStream.range(0, 100).mapToObj("""
                {"measurements": [{"checkpoint": "1.2", "value": 8, "unit": "m2"}],
                 "deductions": [{"checkpoint": "1.2", "points": 2, "reason": "监控室面积8㎡，第%d次复核"}]}"""::formatted)
            .toList();
    private static final List<ItemFindings> READ = FINDINGS.stream()
            .map(json -> read(json, ItemScoreRequest.class).findings(new ItemNo(1)))
            .toList();

    private final Clock clock = Clock.systemUTC();
    private final Actor office = new Actor("office", Set.of(Role.OFFICE), BUREAU, null, null);
    private final AssessmentDesk desk;
    private final CampaignWriter campaigns;
    private final SchoolWriter schools;
    private final InspectorWriter inspectors;

    BenchmarkCounty(ApplicationContext product) {
        this.desk = product.getBean(AssessmentDesk.class);
        this.campaigns = product.getBean(CampaignWriter.class);
        this.schools = product.getBean(SchoolWriter.class);
        this.inspectors = product.getBean(InspectorWriter.class);
    }

    void write() throws Exception {
        open(FIRST_CAMPAIGN);
        for (String inspector : List.of("b-01", "b-02")) {
            inspectors.register(
                    read("{\"inspectorId\": \"%s\", \"name\": \"王五\", \"township\": \"百禄镇\"}".formatted(inspector),
                            InspectorRequest.class),
                    request(office));
        }
        atOnce(IntStream.range(0, 2 * ASSESSMENTS).<Callable<?>>mapToObj(number -> () -> {
            register(number);
            review(number);
            return number;
        }).toList());
    }

    List<AssessmentId> forCallsInProcess() {
        return IntStream.range(0, ASSESSMENTS).mapToObj(number -> id(FIRST_CAMPAIGN, number)).toList();
    }

    List<AssessmentId> forCallsOverHttp() {
        return IntStream.range(ASSESSMENTS, 2 * ASSESSMENTS).mapToObj(number -> id(FIRST_CAMPAIGN, number)).toList();
    }

    Actor inspector() {
        return new Actor("inspector-b-01", Set.of(Role.INSPECTOR), BUREAU, null, read("\"b-01\"", InspectorId.class));
    }

    /** New campaigns for the first schools to open assessments in. */
    void open(List<String> names) throws Exception {
        atOnce(names.stream().<Callable<?>>map(name -> () -> {
            open(name);
            return name;
        }).toList());
    }

    static AssessmentId id(String campaign, int school) {
        return new AssessmentId(campaign + "." + code(school));
    }

    static String code(int school) {
        return "21320%05d".formatted(school);
    }

    static String plan() {
        return PLAN;
    }

    /** What an inspector finds on the n-th visit. */
    static String findingsJson(int n) {
        return FINDINGS.get(n % FINDINGS.size());
    }

    static ItemFindings findings(int n) {
        return READ.get(n % READ.size());
    }

    private void open(String campaign) {
        campaigns.open(read(
                """
                {"campaignId": "%s", "name": "测试", "standardId": "guannan-2018", "planDeadline": "2018-03-25",
                 "annualWeight": 0.1, "leadingGroup": [{"name": "周达华", "role": "HEAD"}]}""".formatted(campaign),
                CampaignRequest.class), request(office));
    }

    private void register(int school) {
        schools.register(
                new SchoolCode(code(school)),
                read(
                        """
                        {"name": "测试小学", "ownership": "PUBLIC", "kind": "PRIMARY", "township": "新安镇",
                         "students": 100, "staff": 10, "teachers": 8,
                         "principal": {"name": "张三", "phone": "0518-83220001"},
                         "vicePrincipal": {"name": "李四", "phone": "0518-83220002"}}""",
                        SchoolFacts.class),
                request(office));
    }

    private void review(int school) {
        AssessmentId id = id(FIRST_CAMPAIGN, school);
        Actor account = new Actor("school", Set.of(Role.SCHOOL), BUREAU, new SchoolCode(code(school)), null);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        desk.filePlan(id, read(PLAN, PlanRequest.class), request(account));
        desk.selfAssess(
                id,
                IntStream.rangeClosed(1, 15)
                        .mapToObj(item -> new ItemFindings(new ItemNo(item), List.of(), List.of(), List.of()))
                        .toList(),
                request(account, 1));
        desk.apply(id, new ApplicationRequest(today, new PersonName("张三")), request(account, 2));
        desk.accept(id, null, request(office, 3));
        desk.draw(id, 2, null, null, request(office, 4));
        desk.openReview(id, today, request(office, 5));
    }

    private Request request(Actor actor) {
        return Request.of(actor, clock.instant());
    }

    private Request request(Actor actor, long version) {
        return new Request(actor, clock.instant(), Precondition.of(Long.toString(version)));
    }

    static <T> T read(String json, Class<T> type) {
        return DomainJson.mapper().readValue(json, type);
    }

    static void atOnce(List<Callable<?>> work) throws InterruptedException, ExecutionException {
        List<Future<?>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            work.forEach(each -> begun.add(threads.submit(each)));
        }
        for (Future<?> each : begun) {
            each.get();
        }
    }
}
