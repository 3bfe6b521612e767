package cn.dabiao.domain.scoring;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Reason;

/**
 * A fact measured on site ("area = 8 ㎡") against a measurable checkpoint.
 *
 * @param by     the second dimension of a resolution
 * @param waiver why a missed threshold costs nothing; needed when it is missed and no deduction stands at its checkpoint
 */
public record Measurement(
        CheckpointCode checkpoint,
        MeasuredValue value,
        @Nullable MeasuredValue by,
        MeasureUnit unit,
        @Nullable Reason waiver) {}
