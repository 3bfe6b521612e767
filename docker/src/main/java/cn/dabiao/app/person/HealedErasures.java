package cn.dabiao.app.person;

import java.util.List;

import cn.dabiao.domain.people.PersonId;

/** Those whose keys were still there at the start though they had been erased. */
record HealedErasures(List<PersonId> persons) {}
