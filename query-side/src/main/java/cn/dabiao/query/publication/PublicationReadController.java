package cn.dabiao.query.publication;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.PublicationReads;
import cn.dabiao.api.campaign.PublicationView;
import cn.dabiao.api.campaign.PublishedRow;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.campaign.Campaigns;

@RestController
class PublicationReadController implements PublicationReads {

    private static final List<String> GROUPS = List.of(Groups.RANKING, Groups.REGISTER);

    private final Reads reads;
    private final Campaigns campaigns;
    private final Publications publications;

    PublicationReadController(Reads reads, JdbcClient jdbc, Campaigns campaigns) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.publications = new Publications(jdbc);
    }

    @Override
    public ResponseEntity<Page<PublicationView>> list(
            CampaignId campaignId, int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            campaigns.asked(campaignId, scope);
            return Answers.shown(shown, publications.list(campaignId, limit, cursor, shown));
        });
    }

    @Override
    public ResponseEntity<Page<PublishedRow>> rows(
            CampaignId campaignId,
            int publicationNo,
            @Nullable Grade grade,
            @Nullable SchoolKind kind,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            campaigns.asked(campaignId, scope);
            return Answers.shown(
                    shown, publications.rows(campaignId, publicationNo, grade, kind, limit, cursor, shown));
        });
    }
}
