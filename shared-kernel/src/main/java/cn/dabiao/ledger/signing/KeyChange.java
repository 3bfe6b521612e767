package cn.dabiao.ledger.signing;

/** Whether a key may go on behind checkpoints of another one. */
public enum KeyChange {
    /** No: whoever holds another key is not the one who signs this ledger. */
    REFUSED,
    /** Yes: the old key is lost, and whoever runs this said so. The old checkpoints keep theirs. */
    ACCEPTED
}
