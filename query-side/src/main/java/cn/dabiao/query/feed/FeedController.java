package cn.dabiao.query.feed;

import java.util.List;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

import cn.dabiao.api.Answers;
import cn.dabiao.api.TokenExpiry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.api.feed.FeedReads;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;

@RestController
class FeedController implements FeedReads {

    private static final String TYPES = "types";

    private final Feed feed;
    private final FeedListeners listeners;

    FeedController(Feed feed, FeedListeners listeners) {
        this.feed = feed;
        this.listeners = listeners;
    }

    @Override
    public ResponseEntity<FeedPage> page(
            long after,
            @Nullable List<String> types,
            @Nullable CampaignId campaign,
            @Nullable SchoolCode school,
            int limit,
            Actor actor) {
        FeedScope scope = FeedScope.of(actor, FeedFilter.of(TYPES, types, campaign, school));
        FeedPage page = feed.page(after, limit, scope);
        return Answers.shown(page.position(), page);
    }

    @Override
    public void stream(
            @Nullable Long lastEventId,
            long after,
            @Nullable List<String> types,
            @Nullable CampaignId campaign,
            @Nullable SchoolCode school,
            Actor actor,
            TokenExpiry token,
            HttpServletRequest request,
            HttpServletResponse response) {
        FeedScope scope = FeedScope.of(actor, FeedFilter.of(TYPES, types, campaign, school));
        // Its entity tag would be known when it ends.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        listeners.listen(Optional.ofNullable(lastEventId).orElse(after), scope, actor, token, response);
    }
}
