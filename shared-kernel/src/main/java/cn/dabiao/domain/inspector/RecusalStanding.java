package cn.dabiao.domain.inspector;

/** What an inspector's recusal for a school has come to. */
public enum RecusalStanding {
    /** By the inspector or the office: it stands at once. */
    DECLARED,
    /** The school asked for it, and no leader has decided yet: it does not stand. */
    REQUESTED,
    /** A leader found the school to be right: it stands. */
    UPHELD,
    /** A leader found the school to be wrong: it does not stand. */
    DISMISSED
}
