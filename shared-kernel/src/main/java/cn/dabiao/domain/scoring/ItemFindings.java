package cn.dabiao.domain.scoring;

import java.util.List;

import cn.dabiao.domain.standard.ItemNo;

/** All that somebody found at one item, whether a school in its self-assessment or an inspector on site. */
public record ItemFindings(
        ItemNo itemNo, List<Deduction> deductions, List<Measurement> measurements, List<NotApplicable> notApplicable) {

    public ItemFindings {
        deductions = List.copyOf(deductions);
        measurements = List.copyOf(measurements);
        notApplicable = List.copyOf(notApplicable);
    }
}
