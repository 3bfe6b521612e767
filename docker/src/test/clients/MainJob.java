import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.springframework.web.client.RestClientResponseException;

import client.ApiClient;
import client.api.AssessmentsApi;
import client.api.CampaignsApi;
import client.api.InspectorsApi;
import client.api.SchoolsApi;
import client.model.*;

/** From a campaign to the ranking with the Java client that is generated from the contract. */
public final class MainJob implements Callable<Map<String, Object>> {

    private final String base;
    private final UnaryOperator<String> tokens;
    private final String campaign;
    private final String school;
    private final String assessment;

    public MainJob(String base, UnaryOperator<String> tokens, String campaign, String school) {
        this.base = base;
        this.tokens = tokens;
        this.campaign = campaign;
        this.school = school;
        this.assessment = campaign + "." + school;
    }

    @Override
    public Map<String, Object> call() {
        register();
        declare();
        List<String> drawn = openReview();
        score(drawn.getFirst());
        sign(drawn.getFirst(), 21);
        sign(drawn.getLast(), 22);
        return results(grade());
    }

    private void register() {
        ApiClient office = as("office");
        new CampaignsApi(office).openCampaign(request(CampaignsApi.OpenCampaignRequest.class, Map.of(
                "campaignRequest", new CampaignRequest()
                        .campaignId(campaign)
                        .name("生成的客户端")
                        .standardId("guannan-2018")
                        .planDeadline(LocalDate.of(2018, 3, 25))
                        .annualWeight(new BigDecimal("0.1"))
                        .addLeadingGroupItem(new GroupMember().name("周达华").role(GroupMember.RoleEnum.HEAD)))));
        new SchoolsApi(office).registerSchool(request(SchoolsApi.RegisterSchoolRequest.class, Map.of(
                "schoolRequest", new SchoolRequest()
                        .schoolCode(school)
                        .name("生成小学")
                        .ownership(SchoolRequest.OwnershipEnum.PUBLIC)
                        .kind(SchoolRequest.KindEnum.PRIMARY)
                        .township("新安镇")
                        .students(100)
                        .staff(10)
                        .teachers(8)
                        .principal(new Contact().name("张三").phone("0518-83220001"))
                        .vicePrincipal(new Contact().name("李四").phone("0518-83220002")))));
        IntStream.rangeClosed(1, 2).forEach(number ->
                new InspectorsApi(office).registerInspector(request(InspectorsApi.RegisterInspectorRequest.class, Map.of(
                        "inspectorRequest", new InspectorRequest()
                                .inspectorId(campaign + "-i" + number)
                                .name("王五")
                                .township("百禄镇")))));
    }

    private void declare() {
        AssessmentsApi its = new AssessmentsApi(as("school-" + school));
        its.filePlan(request(AssessmentsApi.FilePlanRequest.class, Map.of(
                "assessmentId", assessment,
                "planRequest", new PlanRequest()
                        .title("创建方案")
                        .document(new Document()
                                .name("plan.pdf")
                                .bytes(12345)
                                .sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
                        .addLeadingGroupItem(new GroupMember().name("张三").role(GroupMember.RoleEnum.HEAD)))));
        SelfAssessmentRequest own = new SelfAssessmentRequest();
        IntStream.rangeClosed(1, 15).forEach(item -> own.addItemsItem(new SelfAssessedItem().itemNo(item)));
        its.fileSelfAssessment(request(AssessmentsApi.FileSelfAssessmentRequest.class, Map.of(
                "assessmentId", assessment, "ifMatch", tag(1), "selfAssessmentRequest", own)));
        its.fileApplication(request(AssessmentsApi.FileApplicationRequest.class, Map.of(
                "assessmentId", assessment,
                "ifMatch", tag(2),
                "applicationRequest", new ApplicationRequest()
                        .declaredOn(LocalDate.of(2018, 3, 24))
                        .sealedBy("张三"))));
    }

    private List<String> openReview() {
        AssessmentsApi office = new AssessmentsApi(as("office"));
        office.acceptApplication(request(AssessmentsApi.AcceptApplicationRequest.class, Map.of(
                "assessmentId", assessment, "ifMatch", tag(3), "acceptanceRequest", new AcceptanceRequest())));
        office.drawInspectors(request(AssessmentsApi.DrawInspectorsRequest.class, Map.of(
                "assessmentId", assessment, "ifMatch", tag(4), "drawRequest", new DrawRequest().count(2).seed(campaign))));
        AssessmentWritten opened = office.openReview(request(AssessmentsApi.OpenReviewRequest.class, Map.of(
                "assessmentId", assessment,
                "ifMatch", tag(5),
                "reviewRequest", new ReviewRequest().visitOn(LocalDate.of(2018, 4, 10)))));
        return office.getAssessment(request(AssessmentsApi.GetAssessmentRequest.class, Map.of(
                        "assessmentId", assessment, "dabiaoMinPosition", opened.getPosition().toString())))
                .getDraws().getFirst().getDrawn();
    }

    private void score(String inspector) {
        AssessmentsApi theirs = new AssessmentsApi(as("inspector-" + inspector));
        for (int item = 1; item <= 15; item++) {
            ItemScoreRequest found = new ItemScoreRequest();
            if (item == 1) {
                found.addDeductionsItem(new DeductionBody()
                                .checkpoint("1.2")
                                .points(new BigDecimal("2"))
                                .reason("监控室面积8㎡"))
                        .addMeasurementsItem(new Measurement()
                                .checkpoint("1.2")
                                .value(new BigDecimal("8"))
                                .unit(Measurement.UnitEnum.M2));
            }
            theirs.scoreItem(request(AssessmentsApi.ScoreItemRequest.class, Map.of(
                    "assessmentId", assessment,
                    "round", 1,
                    "itemNo", item,
                    "ifMatch", "\"r1-i%d-v0\"".formatted(item),
                    "itemScoreRequest", found)));
        }
    }

    private void sign(String inspector, int version) {
        new AssessmentsApi(as("inspector-" + inspector)).signReview(request(AssessmentsApi.SignReviewRequest.class, Map.of(
                "assessmentId", assessment,
                "round", 1,
                "ifMatch", tag(version),
                "signatureRequest", new SignatureRequest().opinion("总体良好"))));
    }

    /** With a version that is long past first: a client sees the problem. */
    private AssessmentWritten grade() {
        AssessmentsApi office = new AssessmentsApi(as("office"));
        GradeRequest grade = new GradeRequest().round(1).opinion("同意").sealedBy("陈余山");
        try {
            office.assignGrade(request(AssessmentsApi.AssignGradeRequest.class, Map.of(
                    "assessmentId", assessment, "ifMatch", tag(1), "gradeRequest", grade)));
            throw new AssertionError("graded by a version that is long past");
        } catch (RestClientResponseException stale) {
            Problem problem = stale.getResponseBodyAs(Problem.class);
            if (problem.getStatus() != 412 || !problem.getType().getPath().equals("/problems/stale-version")) {
                throw new AssertionError(problem);
            }
        }
        return office.assignGrade(request(AssessmentsApi.AssignGradeRequest.class, Map.of(
                "assessmentId", assessment, "ifMatch", tag(23), "gradeRequest", grade)));
    }

    private Map<String, Object> results(AssessmentWritten graded) {
        String reached = graded.getPosition().toString();
        AssessmentView shown = new AssessmentsApi(as("office")).getAssessment(request(
                AssessmentsApi.GetAssessmentRequest.class,
                Map.of("assessmentId", assessment, "dabiaoMinPosition", reached)));
        RankingRow row = new CampaignsApi(as("office")).getRanking(request(
                        CampaignsApi.GetRankingRequest.class,
                        Map.of("campaignId", campaign, "dabiaoMinPosition", reached)))
                .getItems().getFirst();
        return Map.of(
                "state", shown.getState().getValue(),
                "grade", shown.getGrade().getValue(),
                "total", shown.getTotal().toPlainString(),
                "school", row.getSchoolCode(),
                "rank", row.getRank());
    }

    private ApiClient as(String account) {
        ApiClient client = new ApiClient().setBasePath(base);
        client.setAccessToken(tokens.apply(account));
        return client;
    }

    private static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** A request by the names of its parameters, so that a new optional one needs no word here. */
    private static <R extends Record> R request(Class<R> type, Map<String, Object> given) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Object> left = new HashMap<>(given);
        Object[] values = Arrays.stream(components).map(it -> left.remove(it.getName())).toArray();
        if (!left.isEmpty()) {
            throw new AssertionError(type + " has no " + left.keySet());
        }
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
