package cn.dabiao.api.campaign;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Opinion;

/**
 * That the grades be made public as they stand.
 *
 * @param note what the bureau says with it; everybody reads it
 */
public record PublicationRequest(@Nullable Opinion note) {}
