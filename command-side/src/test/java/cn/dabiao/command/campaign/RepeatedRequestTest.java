package cn.dabiao.command.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.api.problem.IdempotencyKeyException;
import cn.dabiao.command.Commands;
import cn.dabiao.command.LedgerNode;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.Request;
import cn.dabiao.command.campaign.CampaignCommand.ExtendPlanDeadline;
import cn.dabiao.command.timers.TimerDatabase;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.json.ShippedStandards;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.once.RequestKey;
import cn.dabiao.ledger.proof.Hash;

/** Commands of requests that come again, on a real ledger. */
class RepeatedRequestTest {

    private static final CampaignId ID = new CampaignId("guannan-2018");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final Actor OFFICE = Actor.system(BUREAU);
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");
    private static final Reason WHY = new Reason("工作需要");

    private final TimerDatabase database = TimerDatabase.fresh();
    private final LedgerNode node = new LedgerNode(database);
    private final Commands commands = node.commands();

    @BeforeEach
    void a_campaign() {
        assertThat(open("guannan-2018")).hasValue(0);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    /** Whether it is known to have been sent before, or only found out to have been faster elsewhere. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_that_comes_again_is_answered_as_at_first_even_when_its_stream_has_moved_on(boolean known) {
        Recorded<Campaign> first = request("k", "a", false).around(() -> extend(1));
        extend(2);

        Recorded<Campaign> again = request("k", "a", known).around(() -> extend(1));

        assertThat(again).isEqualTo(first);
        assertThat(first.answer().version()).isEqualTo(2);
        assertThat(events()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_stream_that_was_opened_is_opened_still_for_whoever_opened_it(boolean known) {
        OptionalLong first = request("k", "a", false).around(() -> open("lianshui"));
        OptionalLong again = request("k", "a", known).around(() -> open("lianshui"));

        assertThat(first).hasValue(1);
        assertThat(again).isEqualTo(first);
        OptionalLong another = request("other", "a", false).around(() -> open("lianshui"));
        assertThat(another).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void something_else_under_the_same_key_is_refused_and_does_nothing(boolean known) {
        request("k", "a", false).around(() -> extend(1));

        assertThatThrownBy(() -> request("k", "b", known).around(() -> extend(2)))
                .isInstanceOf(IdempotencyKeyException.class);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void what_was_refused_is_not_remembered() {
        assertThatThrownBy(() -> request("k", "a", false).around(() -> extend(7))).isInstanceOf(RefusedException.class);

        Recorded<Campaign> corrected = request("k", "b", true).around(() -> extend(1));
        assertThat(corrected.answer().version()).isEqualTo(2);
    }

    @Test
    void a_request_of_several_commands_goes_on_where_it_was_broken_off() {
        request("k", "a", false).around(() -> open("lianshui"));

        List<OptionalLong> positions = request("k", "a", true)
                .around(() -> IntStream.of(0, 1).mapToObj(n -> open(n == 0 ? "lianshui" : "donghai")).toList());

        assertThat(positions).containsExactly(OptionalLong.of(1), OptionalLong.of(2));
        KeyedRequest third = request("k", "a", true);
        List<OptionalLong> backwards =
                List.of(third.at(1).around(() -> open("donghai")), third.at(0).around(() -> open("lianshui")));
        assertThat(backwards).containsExactly(OptionalLong.of(2), OptionalLong.of(1));
    }

    @Test
    void of_the_same_request_on_two_nodes_at_once_one_has_an_effect_and_all_have_its_answer() throws Exception {
        try (LedgerNode other = new LedgerNode(database);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Recorded<Campaign>>> calls = IntStream.range(0, 16)
                    .<Callable<Recorded<Campaign>>>mapToObj(n -> () -> request("k", "a", false)
                            .around(() -> extend(n % 2 == 0 ? commands : other.commands(), 1)))
                    .toList();
            List<Future<Recorded<Campaign>>> answers = callers.invokeAll(calls);

            for (Future<Recorded<Campaign>> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
        assertThat(events()).isEqualTo(2);
    }

    private OptionalLong open(String campaign) {
        OpenCampaign command = new OpenCampaign(
                new CampaignId(campaign),
                BUREAU,
                new Title("达标创建活动"),
                ShippedStandards.guannan2018(),
                LocalDate.of(2018, 3, 25),
                AppealDays.USUAL,
                ZoneId.of("Asia/Shanghai"),
                new Weight(new BigDecimal("0.1")),
                List.of(new GroupMember(new PersonName("组长甲"), GroupRole.HEAD)),
                Request.of(OFFICE, AT));
        return commands.open(command, OFFICE, Role.OFFICE);
    }

    private Recorded<Campaign> extend(int seen) {
        return extend(commands, seen);
    }

    /** By whoever saw this version: each by a day more than the last. */
    private static Recorded<Campaign> extend(Commands commands, int seen) {
        Request request = new Request(OFFICE, AT, Precondition.of(Integer.toString(seen)));
        LocalDate later = LocalDate.of(2018, 3, 25).plusDays(seen);
        return commands.send(new ExtendPlanDeadline(ID, later, WHY, request), Campaign.class, OFFICE, Role.OFFICE);
    }

    private long events() {
        return commands.versionOf(StreamId.of(ID));
    }

    private static KeyedRequest request(String key, String body, boolean begun) {
        return new KeyedRequest(
                new RequestKey(Hash.sha256("office".getBytes(UTF_8)), key, Hash.sha256(body.getBytes(UTF_8))), begun);
    }
}
