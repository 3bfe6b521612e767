package cn.dabiao.query.statistics;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;

/** Which schools are counted; null is no filter. */
record StatisticsFilter(@Nullable Township township, @Nullable SchoolKind kind, @Nullable Ownership ownership) {

    boolean takes(Traits school) {
        return (township == null || township.equals(school.township()))
                && (kind == null || kind == school.kind())
                && (ownership == null || ownership == school.ownership());
    }
}
