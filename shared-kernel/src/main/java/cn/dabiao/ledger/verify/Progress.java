package cn.dabiao.ledger.verify;

/** Is told how far a verification has come. */
public interface Progress {

    /** For whoever does not want to know. */
    Progress NONE = new Progress() {
        @Override
        public void begin(long events) {}

        @Override
        public void checked(long events) {}
    };

    /** Once, before the first event: how many there should be. */
    void begin(long events);

    /** How many have been checked so far. */
    void checked(long events);
}
