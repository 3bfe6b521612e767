package cn.dabiao.domain.standard;

/** The unit of a measurement, written as it is named here. */
public enum MeasureUnit {
    /** Square metres. */
    m2,
    days,
    /** Television lines. */
    TVL,
    /** Pixels, width by height. */
    px
}
