package cn.dabiao.domain.explanation;

/** What a change of an item rests on (RULES.md §4): every one is a scoring on site, an upheld appeal, or a named act. */
public enum Basis {
    /** An inspector scored the item in a round of review. */
    SCORING,
    /** An office or a leader corrected it by a named authority. */
    CORRECTION,
    /** An appeal was upheld. */
    APPEAL
}
