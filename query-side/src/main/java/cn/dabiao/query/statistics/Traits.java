package cn.dabiao.query.statistics;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;

/** What schools are counted by, beside how they do. */
record Traits(SchoolKind kind, Ownership ownership, Township township) {}
