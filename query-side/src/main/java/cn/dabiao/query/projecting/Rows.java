package cn.dabiao.query.projecting;

import org.jspecify.annotations.Nullable;

/** The rows of one table while events are folded into them. */
interface Rows<R> {

    @Nullable R row(String key);

    void put(String key, R row);
}
