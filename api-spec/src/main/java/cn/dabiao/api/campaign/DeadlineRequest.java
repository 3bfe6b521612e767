package cn.dabiao.api.campaign;

import java.time.LocalDate;

import cn.dabiao.domain.value.Reason;

/**
 * A later date for plans.
 *
 * @param planDeadline the last day on which a plan is in time from now on
 */
public record DeadlineRequest(LocalDate planDeadline, Reason reason) {}
