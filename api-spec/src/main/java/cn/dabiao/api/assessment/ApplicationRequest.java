package cn.dabiao.api.assessment;

import java.time.LocalDate;

import cn.dabiao.domain.value.PersonName;

/** The declaration (申报): the school's facts are taken from the register as they are at that moment. */
public record ApplicationRequest(LocalDate declaredOn, PersonName sealedBy) {}
