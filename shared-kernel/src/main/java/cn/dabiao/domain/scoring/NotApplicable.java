package cn.dabiao.domain.scoring;

import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.value.Reason;

/** A checkpoint that cannot apply to this school (a kindergarten without dormitories): it deducts nothing. */
public record NotApplicable(CheckpointCode checkpoint, Reason reason) {}
