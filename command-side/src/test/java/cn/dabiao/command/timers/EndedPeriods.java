package cn.dabiao.command.timers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.PlanDeadline;
import cn.dabiao.ledger.StreamId;

/** A period that every opened campaign begins; it remembers each end that it is told of. */
class EndedPeriods implements Period {

    final List<String> ended = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.period";
    }

    @Override
    public Beginnings beginnings() {
        return Beginnings.NONE.with(
                CampaignOpened.class,
                opened -> Optional.of(new Ending(
                        new PlanDeadline(opened.planDeadline(), opened.zone()).endsAt(), "of " + opened.name())));
    }

    @Override
    public void ended(StreamId stream, String about) {
        ended.add(stream + " " + about);
    }
}
