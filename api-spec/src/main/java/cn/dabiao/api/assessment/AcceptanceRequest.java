package cn.dabiao.api.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Reason;

/** The office takes the declaration; a word about it may be added. */
public record AcceptanceRequest(@Nullable Reason reason) {}
