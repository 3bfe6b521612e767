package cn.dabiao.command.assessment;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.dabiao.command.assessment.CalendarCommand.RecordClosedWindow;
import cn.dabiao.command.timers.Beginnings;
import cn.dabiao.command.timers.Ending;
import cn.dabiao.command.timers.Period;
import cn.dabiao.domain.appeal.AppealWindow;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.ledger.StreamId;

/** The time that a school has to appeal (RULES.md §4.10): at its end it is recorded that it has ended. */
@Component
class AppealPeriod implements Period {

    private static final Logger LOG = LoggerFactory.getLogger(AppealPeriod.class);

    private final CalendarDesk desk;
    private final Beginnings beginnings;

    AppealPeriod(CalendarDesk desk) {
        this.desk = desk;
        this.beginnings = Beginnings.NONE
                .with(GradeAssigned.class, assigned -> against(Contested.GRADE, assigned))
                .with(GradeRevised.class, this::corrected)
                .with(NotAttainedDetermined.class, determined -> against(Contested.DETERMINATION, determined));
    }

    @Override
    public String name() {
        return "assessment.appeal";
    }

    @Override
    public Beginnings beginnings() {
        return beginnings;
    }

    @Override
    public void ended(StreamId stream, String about) {
        AssessmentId assessmentId = stream.assessmentId();
        Contested contested = Contested.valueOf(about);
        desk.settle(assessmentId, (campaign, request) ->
                        new RecordClosedWindow(assessmentId, contested, campaign, request))
                .ifPresent(position -> LOG.info("the time to contest the {} of {} is over", contested, assessmentId));
    }

    /** A correction that no appeal asked for begins it anew: the school has not been heard on that. */
    private Optional<Ending> corrected(GradeRevised revised) {
        return revised.appealId() == null ? against(Contested.GRADE, revised) : Optional.empty();
    }

    private Optional<Ending> against(Contested contested, AssessmentEvent event) {
        AppealWindow window = AppealWindow.of(desk.campaignOf(event));
        return Optional.of(new Ending(window.endsAt(event.at()), contested.name()));
    }
}
