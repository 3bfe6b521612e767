package cn.dabiao.domain.assessment;

/** Who chose the seed of a draw: whoever knows the roster could try seeds until a wanted inspector comes first. */
public enum SeedOrigin {
    /** The caller brought it. */
    CALLER,
    /** The product made it up, unforeseeable. */
    PRODUCT
}
