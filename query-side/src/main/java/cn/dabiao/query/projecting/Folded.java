package cn.dabiao.query.projecting;

/** A row that a projection folds from the events of one stream. */
public interface Folded {

    /** Of how many events of its stream the row is made: the number of the next one. */
    long version();
}
