package cn.dabiao.domain.people;

import cn.dabiao.domain.value.PersonName;

/** One member of a leading group (领导小组), the bureau's or a school's own. */
public record GroupMember(PersonName name, GroupRole role) {}
