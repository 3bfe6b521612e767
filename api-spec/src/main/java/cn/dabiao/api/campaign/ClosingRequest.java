package cn.dabiao.api.campaign;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Reason;

/**
 * That a campaign be closed.
 *
 * @param force  whether to close over assessments that are open; not, unless given
 * @param reason needed when there are such
 */
public record ClosingRequest(@Nullable Boolean force, @Nullable Reason reason) {}
