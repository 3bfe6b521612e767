package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.PLAN;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.command.Nodes;
import cn.dabiao.command.Nodes.Node;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;

/** Each node keeps copies of assessments in memory; what another node wrote must count all the same. */
class TwoNodesTest {

    private final Nodes nodes = new Nodes();
    private final Node firstNode = nodes.start();
    private final Node secondNode = nodes.start();
    private final AssessmentWriter first = writerOf(firstNode);
    private final AssessmentWriter second = writerOf(secondNode);

    @Test
    void a_command_on_an_assessment_in_memory_reads_nothing() {
        first.write(open());
        first.write(selfAssess("1"));
        first.write(selfAssess("2"));
        assertThat(nodes.loads()).isZero();
    }

    @Test
    void what_another_node_wrote_is_built_upon() {
        first.write(open());
        second.write(selfAssess("1"));

        AssessmentWritten third = first.write(selfAssess("2"));
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.position()).isEqualTo(2);
    }

    @Test
    void nobody_is_told_the_version_of_a_copy() {
        first.write(open());
        second.write(selfAssess("1"));

        assertThatThrownBy(() -> first.write(selfAssess("1")))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal())
                        .isEqualTo(new Refusal.StaleVersion("1", "2")));
    }

    @Test
    void a_refusal_on_the_ledgers_own_events_is_decided_once() {
        first.write(open());
        assertThatThrownBy(() -> second.write(selfAssess("7"))).isInstanceOf(RefusedException.class);
        assertThat(nodes.loads()).isEqualTo(1);
    }

    private static AssessmentWriter writerOf(Node node) {
        return new AssessmentWriter(node.commands(), node.cache());
    }

    private static OpenAssessment open() {
        return new OpenAssessment(ASSESSMENT, TERMS, PLAN, Request.of(PRINCIPAL, IN_MARCH));
    }

    private static SelfAssess selfAssess(String tag) {
        return new SelfAssess(ASSESSMENT, TERMS, Found.totalling(92), Guannan.by(PRINCIPAL, IN_MARCH, tag));
    }
}
