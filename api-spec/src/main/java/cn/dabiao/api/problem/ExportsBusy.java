package cn.dabiao.api.problem;

/** As many exports as this node makes at once are being made already. */
public final class ExportsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int concurrent;

    public ExportsBusy(int concurrent) {
        super("%d exports are being made".formatted(concurrent), null, false, false);
        this.concurrent = concurrent;
    }

    int concurrent() {
        return concurrent;
    }
}
