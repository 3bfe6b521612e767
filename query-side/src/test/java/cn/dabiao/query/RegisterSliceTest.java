package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.inspector.InspectorReads;
import cn.dabiao.api.inspector.InspectorView;
import cn.dabiao.api.inspector.InspectorView.DecisionView;
import cn.dabiao.api.inspector.InspectorView.RecusalView;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.api.school.SchoolView;
import cn.dabiao.api.standard.StandardReads;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

class RegisterSliceTest {

    private static final SchoolCode FIRST = new SchoolCode("2132072401");
    private static final SchoolCode SECOND = new SchoolCode("2132072402");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);

    private final StandardReads standards = NODE.bean(StandardReads.class);
    private final CampaignReads campaigns = NODE.bean(CampaignReads.class);
    private final SchoolReads schools = NODE.bean(SchoolReads.class);
    private final InspectorReads inspectors = NODE.bean(InspectorReads.class);

    @BeforeAll
    static void a_register() {
        NODE.ledger()
                .append(Given.aCampaign())
                .append(
                        Given.school(SECOND.value(), "新安中学", SchoolKind.JUNIOR_HIGH, Ownership.PRIVATE, "三口镇"),
                        Given.school(FIRST.value(), "灌南县实验小学"))
                .append(new InspectorRegistered(
                        new InspectorId("i-01"), People.ELSEWHERE, new PersonName("别县的"), new Township("伊山镇"), null,
                        Given.THEN))
                .append(Given.recusals(FIRST.value(), SECOND.value(), RecusalOutcome.UPHELD));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_standard_is_shown_as_it_was_published() {
        var answer = standards.get(Given.STANDARD.standardId(), People.school(FIRST.value()));
        assertThat(body(answer).standard()).isEqualTo(Given.STANDARD);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(answer.getHeaders().getFirst(Headers.POSITION)).isEqualTo("10");
        assertThat(body(standards.list(50, null, People.office())).items()).hasSize(1);
        assertThat(body(standards.list(50, null, People.officeElsewhere())).items()).isEmpty();
    }

    @Test
    void a_campaign_is_shown_with_its_leading_group_but_to_an_analyst() {
        assertThat(body(campaigns.get(Given.CAMPAIGN, People.office())).leadingGroup()).hasSize(1);
        assertThat(body(campaigns.get(Given.CAMPAIGN, People.analyst())).leadingGroup()).isEmpty();
        assertThat(body(campaigns.list(50, null, People.analyst())).items().getFirst().leadingGroup()).isEmpty();
        assertThat(body(campaigns.get(Given.CAMPAIGN, People.office())).zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void the_persons_of_a_school_are_for_its_bureau_and_itself() {
        assertThat(body(schools.get(FIRST, People.office())).principal()).isNotNull();
        assertThat(body(schools.get(FIRST, People.inspector("i-01"))).principal()).isNull();
        assertThat(body(schools.get(FIRST, People.school(FIRST.value()))).principal()).isNotNull();
        assertThat(body(schools.get(FIRST, People.school(SECOND.value()))).principal()).isNull();
        assertThat(body(schools.get(FIRST, People.school(SECOND.value()))).vicePrincipal()).isNull();
        assertThat(body(schools.get(FIRST, People.analyst())).principal()).isNull();
        assertThat(list(People.analyst()).toString()).doesNotContain("陈校长", "13800000001");
    }

    @Test
    void schools_are_listed_by_code_and_narrowed_by_filters() {
        assertThat(list(People.office())).extracting(SchoolView::schoolCode).containsExactly(FIRST, SECOND);
        assertThat(body(schools.list(new Township("三口镇"), null, null, null, null, 50, null, People.office())).items())
                .extracting(SchoolView::schoolCode).containsExactly(SECOND);
        assertThat(body(schools.list(null, SchoolKind.PRIMARY, Ownership.PUBLIC, null, "实验", 50, null, People.office()))
                        .items())
                .extracting(SchoolView::schoolCode).containsExactly(FIRST);
        assertThat(list(People.officeElsewhere())).isEmpty();
    }

    @Test
    void the_roster_is_paged_by_id_and_each_bureau_has_its_own() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<InspectorView> page = body(inspectors.list(2, cursor, People.office()));
            page.items().forEach(row -> seen.add(row.inspectorId().value()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactly("i-01", "i-02", "i-03");
        assertThat(name("i-01", People.office())).isEqualTo("李明");
        assertThat(name("i-01", People.officeElsewhere())).isEqualTo("别县的");
        assertThat(body(inspectors.get(new InspectorId("i-01"), People.analyst())).name()).isNull();
    }

    @Test
    void an_inspector_is_shown_with_its_recusals_and_to_an_analyst_without_their_reasons() {
        InspectorView third = body(inspectors.get(new InspectorId("i-03"), People.office()));
        assertThat(third.version()).isEqualTo(4);
        assertThat(third.registeredAt()).isEqualTo(Given.THEN);
        assertThat(third.recusals()).containsExactly(
                new RecusalView(
                        FIRST, RecusalStanding.DECLARED, true, Role.INSPECTOR, new Reason("配偶任教"), Given.THEN, null),
                new RecusalView(
                        SECOND, RecusalStanding.UPHELD, true, Role.SCHOOL, new Reason("去年有争议"),
                        Given.THEN.plusSeconds(1),
                        new DecisionView(
                                RecusalOutcome.UPHELD, new Reason("情况属实"), Given.THEN.plusSeconds(2))));
        InspectorView nameless = body(inspectors.get(new InspectorId("i-03"), People.analyst()));
        assertThat(nameless.recusals()).hasSize(2);
        assertThat(nameless.toString()).doesNotContain("配偶", "争议", "属实");
    }

    @Test
    void what_is_unknown_is_not_found_and_what_is_another_bureaus_is_refused() {
        assertThat(refusal(() -> schools.get(new SchoolCode("2132072499"), People.office())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> schools.get(FIRST, People.officeElsewhere()))).isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> inspectors.get(new InspectorId("i-02"), People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> inspectors.get(new InspectorId("i-99"), People.office())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> campaigns.get(new CampaignId("none"), People.office())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> campaigns.get(Given.CAMPAIGN, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> standards.get(new StandardId("none"), People.office())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> standards.get(Given.STANDARD.standardId(), People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
    }

    private List<SchoolView> list(Actor actor) {
        return body(schools.list(null, null, null, null, null, 50, null, actor)).items();
    }

    private String name(String id, Actor actor) {
        return String.valueOf(body(inspectors.get(new InspectorId(id), actor)).name());
    }
}
