package cn.dabiao.query.register.school;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.Listing;

/** What a list of schools is narrowed to; null is no filter. */
record SchoolFilter(
        @Nullable Township township,
        @Nullable SchoolKind kind,
        @Nullable Ownership ownership,
        @Nullable SchoolStatus status,
        @Nullable String q) {

    SchoolFilter {
        Listing.searched("q", q);
    }

    Listing listing() {
        return Listing.of("schools", township, kind, ownership, status, q);
    }
}
