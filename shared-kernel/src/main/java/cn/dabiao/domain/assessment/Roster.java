package cn.dabiao.domain.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.value.Sha256;

/** The inspectors a bureau can draw from, sorted by id. */
public record Roster(List<Inspector> inspectors) {

    public Roster {
        inspectors = inspectors.stream().sorted(Comparator.comparing(Inspector::inspectorId)).toList();
    }

    /**
     * SHA-256 of the roster: a line {@code id TAB township TAB school or -} for each inspector, sorted by id, each line
     * ended by LF, in UTF-8.
     */
    public Sha256 hash() {
        return Hashes.sha256(inspectors.stream().map(Roster::line).collect(Collectors.joining()));
    }

    /** Those of them who are on duty: nobody else is drawn. */
    public Roster onDuty() {
        return new Roster(inspectors.stream().filter(inspector -> inspector.suspendedSince() == null).toList());
    }

    private static String line(Inspector inspector) {
        Object worksAt = inspector.worksAt() == null ? "-" : inspector.worksAt();
        return "%s\t%s\t%s\n".formatted(inspector.inspectorId(), inspector.township(), worksAt);
    }
}
