package cn.dabiao.benchmark;

/** One way to write an event, or, for comparison, to do nothing. */
interface Contender {

    String name();

    /** How many events one call writes. */
    default int events() {
        return 1;
    }

    /** Makes ready for a measurement; what that takes is not measured. */
    default void prepare(int clients) {}

    /**
     * What one client does over and over.
     *
     * @param number from 0; no two clients of a measurement have the same
     */
    Call client(int number) throws Exception;

    /** One call, answered before it returns. It fails by throwing, and that ends the benchmark. */
    @FunctionalInterface
    interface Call {
        void make() throws Exception;
    }
}
