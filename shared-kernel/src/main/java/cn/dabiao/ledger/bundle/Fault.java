package cn.dabiao.ledger.bundle;

import java.util.Optional;
import java.util.OptionalLong;

/** Ends a check at the first fault. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BundleReport.Unsound report;

    private Fault(BundleReport.Unsound report) {
        super(report.what(), null, false, false);
        this.report = report;
    }

    static Fault of(String what) {
        return new Fault(new BundleReport.Unsound(OptionalLong.empty(), Optional.empty(), what));
    }

    static Fault at(OptionalLong position, Optional<String> eventId, String what) {
        return new Fault(new BundleReport.Unsound(position, eventId, what));
    }

    BundleReport.Unsound report() {
        return report;
    }
}
