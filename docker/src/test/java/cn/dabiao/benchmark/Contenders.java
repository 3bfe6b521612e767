package cn.dabiao.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ConfigurableApplicationContext;

import cn.dabiao.command.assessment.AssessmentDesk;

/** Everything that is measured, ready to go. */
final class Contenders implements Closeable {

    private static final int MOST_CLIENTS = 128;
    /** Of Axon's, which gives a connection to each command that is being handled. */
    private static final int POOL = 40;
    /** The two kinds of plain inserts share a pool, and each keeps its connections. */
    private static final int SPARE = 32;
    /** About what an event of a scored item has. */
    private static final byte[] PAYLOAD = PlainRows.utf8("监".repeat(110) + "x".repeat(170));
    private static final byte[] METADATA = PlainRows.utf8("m".repeat(180));

    private final List<Contender> all;
    private final List<Closeable> open;

    private Contenders(List<Contender> all, List<Closeable> open) {
        this.all = all;
        this.open = open;
    }

    static Contenders on(Product product) throws Exception {
        BenchmarkCounty county = new BenchmarkCounty(product.context());
        county.write();
        ConfigurableApplicationContext stock = StockAxon.start(product.database("stock", POOL), false);
        ConfigurableApplicationContext cached = StockAxon.start(product.database("stock_cached", POOL), true);
        product.copyTo(stock);
        product.copyTo(cached);
        HttpCalls http = new HttpCalls(product.port(), county, MOST_CLIENTS);
        var plain = product.database("plain", MOST_CLIENTS + SPARE);
        List<Contender> all = new ArrayList<>();
        all.add(new PlainRows(plain, 1, PAYLOAD, METADATA));
        all.add(new Scoring("stock Axon JDBC, as it comes", stock.getBean(AssessmentDesk.class), county));
        all.add(new Scoring("stock Axon JDBC, strong cache", cached.getBean(AssessmentDesk.class), county));
        all.add(new Scoring("the ledger", product.context().getBean(AssessmentDesk.class), county));
        all.add(http.nothing());
        all.add(http.scoring());
        all.add(http.opening());
        all.add(new PlainRows(plain, 1_000, PAYLOAD, METADATA));
        return new Contenders(all, List.of(http, stock, cached));
    }

    List<Contender> all() {
        return all;
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
