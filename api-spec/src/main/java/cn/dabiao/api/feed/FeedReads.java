package cn.dabiao.api.feed;

import java.util.List;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.TokenExpiry;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;

/** The events that the caller may see, in the ledger's order: in pages, or as they come. */
@Tag(name = "feed")
public interface FeedReads {

    String PATH = "/api/v1/feed";

    /** Where a browser that lost its connection says how far it was. */
    String LAST_EVENT_ID = "Last-Event-ID";

    @Operation(
            operationId = "readFeed",
            summary = "The events after a position that the caller may see, in the ledger's order",
            description = "Send `next` as `after` to go on; while `next` is less than `position`, at once. No event is "
                    + "left out and none comes twice. Office, leaders and auditors see all of their bureau; analysts the "
                    + "same without persons; a school what concerns itself and its assessments, an inspector the "
                    + "assessments it may read as it reads them; both also how campaigns are opened, publications and standards. "
                    + "Who becomes an inspector of an assessment is shown the events from then on, and reads those of "
                    + "before in its history.\n\n"
                    + "With `Accept: text/event-stream` the answer does not end: Server-Sent Events whose `id` is the "
                    + "position, `event` the type and `data` the entry. Reconnecting with `Last-Event-ID` goes on behind "
                    + "it, and it counts more than `after`. Now and then an `id` comes without data: nothing to show up "
                    + "to there. The stream ends with the token and when the node is stopped: then reconnect. "
                    + "`limit` is for pages alone.",
            parameters = @Parameter(
                    name = LAST_EVENT_ID,
                    in = ParameterIn.HEADER,
                    description = "For a stream: the last position that was received",
                    schema = @Schema(type = "integer", format = "int64")),
            responses = @ApiResponse(
                    responseCode = "200",
                    description = "OK",
                    content = {
                        @Content(
                                mediaType = MediaType.APPLICATION_JSON_VALUE,
                                schema = @Schema(implementation = FeedPage.class)),
                        @Content(
                                mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                schema = @Schema(implementation = FeedEntry.class))
                    }))
    @GetMapping(PATH)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<FeedPage> page(
            @RequestParam(defaultValue = "-1") @Min(-1) long after,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable SchoolCode school,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            Actor actor);

    @Operation(hidden = true)
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    void stream(
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Min(-1) @Nullable Long lastEventId,
            @RequestParam(defaultValue = "-1") @Min(-1) long after,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable SchoolCode school,
            Actor actor,
            TokenExpiry token,
            HttpServletRequest request,
            HttpServletResponse response);
}
