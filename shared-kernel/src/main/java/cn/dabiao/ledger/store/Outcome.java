package cn.dabiao.ledger.store;

/** What became of a unit of work. */
sealed interface Outcome {

    /** It is in the ledger, its first event at this position, the others right behind. */
    record Stored(long first) implements Outcome {}

    /** The database refused it: another event has its number in the stream, or it cannot be stored at all. */
    record Refused(Exception cause) implements Outcome {}

    /** It is not in the ledger, and will not be: there was no time or no database for it. */
    record NotStored(Exception cause) implements Outcome {}

    /** The connection was lost on the way, and nobody could be asked in time whether it is in the ledger. */
    record Unknown(Exception cause) implements Outcome {}

    default CommitListener.Ending ending() {
        return switch (this) {
            case Stored _ -> CommitListener.Ending.STORED;
            case Refused _ -> CommitListener.Ending.REFUSED;
            case NotStored _ -> CommitListener.Ending.NOT_STORED;
            case Unknown _ -> CommitListener.Ending.UNKNOWN;
        };
    }
}
