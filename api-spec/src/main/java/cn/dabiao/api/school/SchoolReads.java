package cn.dabiao.api.school;

import java.time.Instant;
import java.util.Locale;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Township;

/** Reading the register of schools. */
@Tag(name = "schools")
public interface SchoolReads {

    @Operation(operationId = "listSchools", summary = "The schools of the caller's bureau, by their codes",
            description = "Those that have ceased as well, unless `status` narrows it.")
    @GetMapping("/api/v1/schools")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<SchoolView>> list(
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(required = false) @Nullable SchoolStatus status,
            @RequestParam(required = false) @Size(min = 1, max = 40) @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(operationId = "getSchool", summary = "A school as the register has it")
    @GetMapping("/api/v1/schools/{schoolCode}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<SchoolView> get(@PathVariable SchoolCode schoolCode, Actor actor);

    @Operation(
            operationId = "getSchoolHistory",
            summary = "Everything that was ever recorded about a school, in the ledger's order",
            description = "One entry per event, with who, when and in which role; for a score the item, the points "
                    + "before and after, the reason and what it rests on. A school's account reads its own history only. A school "
                    + "that was merged or closed keeps its history; that others were merged into it stands there, too. `from` "
                    + "and `to` are about when the ledger took it. Filters are combined with and.")
    @GetMapping("/api/v1/schools/{schoolCode}/history")
    @Permitted({Role.SCHOOL, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<HistoryEntry>> history(
            @PathVariable SchoolCode schoolCode,
            @RequestParam(required = false) @Nullable String types,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable ItemNo item,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            Locale locale);
}
