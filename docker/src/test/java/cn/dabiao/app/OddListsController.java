package cn.dabiao.app;

import java.time.Instant;
import java.util.Collections;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.api.campaign.PublicationView;
import cn.dabiao.domain.people.Role;

/** Lists as no controller of ours has them: of the one the second page cannot be had, the other has no end. */
@Hidden
@RestController
class OddListsController {

    @Operation(operationId = "listPublications")
    @GetMapping("/api/v1/probe/failing-list")
    @Permitted(Role.OFFICE)
    ResponseEntity<Page<PublicationView>> failing(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        if (cursor != null) {
            throw new IllegalArgumentException("the second page is asked for");
        }
        return page(limit);
    }

    @Operation(operationId = "listPublications")
    @GetMapping("/api/v1/probe/endless-list")
    @Permitted(Role.OFFICE)
    ResponseEntity<Page<PublicationView>> endless(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return page(limit);
    }

    private static ResponseEntity<Page<PublicationView>> page(int limit) {
        PublicationView row = new PublicationView(1, Instant.EPOCH, null, 1, 0);
        return Answers.shown(0, new Page<>(Collections.nCopies(limit, row), "more", 0));
    }
}
