package cn.dabiao.api.school;

import java.nio.charset.Charset;
import java.util.Locale;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;

/** Keeping the register of schools. */
@Tag(name = "schools")
public interface SchoolWrites {

    @Operation(operationId = "registerSchool", summary = "Register a school")
    @PostMapping("/api/v1/schools")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> register(@Valid @RequestBody SchoolRequest request, Actor actor);

    @Operation(
            operationId = "updateSchool",
            summary = "Say anew what the register says of a school",
            description = "Everything but the code; the history names each field that changed, with what it was before. "
                    + "A declaration keeps the facts of its day. When nothing is new, nothing is written and the version "
                    + "stays. A school that has ceased is changed no more.")
    @PutMapping("/api/v1/schools/{schoolCode}")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> update(
            @PathVariable SchoolCode schoolCode,
            @Valid @RequestBody SchoolUpdateRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "mergeSchool",
            summary = "Merge a school into another (并入)",
            description = "The school ceases; the other one has to be an open school of the same bureau. Its history and "
                    + "those of its assessments stay readable, and running assessments go their way; it files no plan in "
                    + "a further campaign and is overdue in none. The merger also stands in the other school's history.")
    @PostMapping("/api/v1/schools/{schoolCode}/merger")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> merge(
            @PathVariable SchoolCode schoolCode, @Valid @RequestBody SchoolMergerRequest request, Actor actor);

    @Operation(
            operationId = "closeSchool",
            summary = "Close a school (撤销)",
            description = "As a merger, but for no other school that takes its place. It cannot be undone.")
    @PostMapping("/api/v1/schools/{schoolCode}/closure")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> close(
            @PathVariable SchoolCode schoolCode, @Valid @RequestBody ReasonRequest request, Actor actor);

    @Operation(
            operationId = "eraseSchoolPerson",
            summary = "Erase a person named in a school's affairs (个人信息删除)",
            description = "The name, and every number entered with it, in the events of the school and of its assessments and in everything made of them, cannot "
                    + "be read any more by anybody: the key they are sealed with is destroyed. That it was done, by whom and "
                    + "why, is an event like any other; it cannot be undone. A person is a name within one school: the same "
                    + "name elsewhere is another entry. What was written about somebody in words (reasons, opinions) and the "
                    + "content of files stay.")
    @PostMapping("/api/v1/schools/{schoolCode}/erasures")
    @ResponseStatus(HttpStatus.OK)
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<Written> erase(
            @PathVariable SchoolCode schoolCode, @Valid @RequestBody ErasureRequest request, Actor actor);

    @Operation(
            operationId = "importSchools",
            summary = "Register and update schools from a CSV or an Excel workbook",
            description = "One school a row, the columns named in the first row, in any order, in Chinese or English: "
                    + "学校标识码 schoolCode, 学校名称 name, 办学性质 ownership, 学校类别 kind, 乡镇 township, 学生数 students, "
                    + "教职工数 staff, 专任教师数 teachers, 校长 principalName, 校长电话 principalPhone, 分管副校长 "
                    + "vicePrincipalName, 分管副校长电话 vicePrincipalPhone. Ownership and kind are written as their "
                    + "Chinese word or their code. CSV: UTF-8 with or without BOM, or GB18030 (GBK), as Excel on Chinese "
                    + "Windows saves it; recognised, unless `charset` says. Of a workbook the first sheet is read. Blanks "
                    + "around a cell do not count, blank rows are left out; at most 10,000 rows.\n\nEach row answers what "
                    + "becomes of it, by the rules of a single registration. With `dryRun=true` nothing is written and "
                    + "the answer is 200, whatever the rows are. Otherwise the whole file has to be good: 422 "
                    + "`rows-refused` with the same `rows`, and nothing is written; with `partial=true` the good rows "
                    + "are written and the answer is 200. A row that somebody else overtook in the meantime is REFUSED "
                    + "and spoils no other. Importing the same file again finds every row UNCHANGED, so an import that "
                    + "was cut short (503) is simply sent again.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
                @Content(mediaType = SchoolFile.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = SchoolFile.XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                        schemaProperties = @SchemaProperty(
                                name = SchoolFile.PART, schema = @Schema(type = "string", format = "binary")))
            }))
    @PostMapping(
            path = "/api/v1/schools/import",
            consumes = {SchoolFile.CSV, SchoolFile.XLSX, MediaType.MULTIPART_FORM_DATA_VALUE})
    @Permitted(Role.OFFICE)
    ResponseEntity<SchoolImport> importFile(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(required = false) @Nullable Charset charset,
            @RequestParam(required = false) @Nullable Reason reason,
            SchoolFile file,
            Actor actor,
            Locale locale);
}
