package cn.dabiao.query.projecting;

import java.util.List;

/** What turns events into rows. Its handlers carry Axon's annotations, and its class the name of its group. */
public interface Projection {

    /** The tables of the schema {@code view} that it writes, and nobody else does: they are rebuilt with it. */
    List<String> tables();
}
