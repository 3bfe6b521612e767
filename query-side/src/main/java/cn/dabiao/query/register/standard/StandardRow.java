package cn.dabiao.query.register.standard;

import java.time.Instant;

import cn.dabiao.api.standard.StandardView;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.query.projecting.Folded;

record StandardRow(Standard standard, BureauCode bureau, Instant publishedAt, long version, long position)
        implements Folded {

    static StandardRow after(StandardEvent event, long position) {
        return switch (event) {
            case StandardEvent.StandardPublished published -> new StandardRow(
                    published.standard(), published.bureau(), published.publishedAt(), 1, position);
        };
    }

    String id() {
        return standard.standardId().value();
    }

    StandardView shownAt(long shown) {
        return new StandardView(standard, bureau, publishedAt, shown);
    }
}
