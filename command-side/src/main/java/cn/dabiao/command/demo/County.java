package cn.dabiao.command.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.DomainJson;

/**
 * The data of the demo county, as {@code demo/county.json} has it. The townships are Guannan's; nothing else is real.
 *
 * @param kindCodes the first two digits of a school's code by its kind
 */
record County(
        String notice,
        CampaignId campaignId,
        Title campaignName,
        StandardId standardId,
        LocalDate planDeadline,
        Weight annualWeight,
        Map<SchoolKind, String> kindCodes,
        List<String> surnames,
        List<String> givenNames,
        List<Examiner> inspectors,
        List<Pupil> schools,
        List<Fault> faults,
        List<Absence> notApplicable,
        Words words) {

    /** An inspector, by where they live and the name of the school they work at. */
    record Examiner(Township township, @Nullable Title worksAt) {}

    /**
     * A school and how far it comes.
     *
     * @param total     what its review gives, when it has one
     * @param selfTotal what it gives itself, when it gets there
     */
    record Pupil(
            Title name,
            SchoolKind kind,
            Ownership ownership,
            Township township,
            Count students,
            Count staff,
            Count teachers,
            Course course,
            @Nullable Points total,
            @Nullable Points selfTotal,
            Set<Trait> traits) {

        boolean is(Trait trait) {
            return traits.contains(trait);
        }
    }

    /** What can be wrong at a checkpoint; <code>{value}</code> in a reason stands for what was measured. */
    record Fault(CheckpointCode checkpoint, Points least, Points most, List<String> reasons) {}

    /** A checkpoint that schools of this kind cannot have. */
    record Absence(SchoolKind kind, CheckpointCode checkpoint, Reason reason) {}

    /** What people write. */
    record Words(
            Reason accepted,
            List<Reason> returned,
            List<Reason> withdrawn,
            Reason redrawn,
            Reason waiver,
            List<Opinion> signed,
            Map<Grade, Opinion> graded,
            Title place) {}

    static County read() {
        try (InputStream json = County.class.getResourceAsStream("/demo/county.json")) {
            return DomainJson.mapper().readValue(json, County.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Absence> absences(SchoolKind kind) {
        return notApplicable.stream().filter(absence -> absence.kind() == kind).toList();
    }
}
