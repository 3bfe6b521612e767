package cn.dabiao.app;

/** Which part of the system this process runs; {@code dabiao.role}. */
public enum Role {
    /** Both sides in one process. */
    ALL,
    /** Decides and appends to the ledger. */
    COMMAND,
    /** Projects the ledger and answers reads. */
    QUERY
}
