package cn.dabiao.api.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Opinion;

/** An inspector's signature under the round's scores. */
public record SignatureRequest(@Nullable Opinion opinion) {}
