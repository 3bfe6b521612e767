package cn.dabiao.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentDesk;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;

/** The product's own way to score an item, from the desk on, in this process. */
final class Scoring implements Contender {

    private final String name;
    private final AssessmentDesk desk;
    private final List<AssessmentId> assessments;
    private final Actor inspector;
    private final Clock clock = Clock.systemUTC();
    private final Map<AssessmentId, Long> versions = new ConcurrentHashMap<>();

    Scoring(String name, AssessmentDesk desk, BenchmarkCounty county) {
        this.name = name;
        this.desk = desk;
        this.assessments = county.forCallsInProcess();
        this.inspector = county.inspector();
    }

    @Override
    public String name() {
        return name;
    }

    /** A call that tells where what it wrote stands in the ledger. */
    @FunctionalInterface
    interface Answered {
        long position() throws Exception;
    }

    @Override
    public Call client(int number) {
        return answered(number)::position;
    }

    Answered answered(int number) {
        Turns turns = new Turns(assessments, number);
        return () -> {
            AssessmentId assessment = turns.next();
            Request request = new Request(inspector, clock.instant(), Precondition.of(Long.toString(
                    versions.getOrDefault(assessment, BenchmarkCounty.VERSION_UNDER_REVIEW))));
            AssessmentWritten written =
                    desk.score(assessment, 1, BenchmarkCounty.findings(turns.count()), null, null, request);
            versions.put(assessment, written.version());
            return written.position();
        };
    }
}
