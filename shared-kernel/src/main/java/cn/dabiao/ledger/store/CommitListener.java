package cn.dabiao.ledger.store;

/**
 * Is told what the writer does, for figures about it. It is called on the way of every write, by many threads at once: what
 * it does takes no time to speak of, and fails never.
 */
public interface CommitListener {

    CommitListener NONE = new CommitListener() {};

    /** How the wait of a unit of work ended. */
    enum Ending {
        STORED,
        /** A conflict, or something that cannot be stored. */
        REFUSED,
        /** There was no time or no database for it. */
        NOT_STORED,
        /** Nobody could be asked in time whether it is stored. */
        UNKNOWN
    }

    /** A unit of work waited that long, from being handed in until this was known of it. */
    default void appended(Ending ending, long nanos) {}

    /** So many units of work were stored by one commit, with so many events. */
    default void committed(int units, int events) {}
}
