package cn.dabiao.domain.measure;

import java.time.LocalDate;

import cn.dabiao.domain.value.Reason;

/** What a school commits itself to in an interview, and by when. */
public record Commitment(Reason commitment, LocalDate dueOn) {}
