package cn.dabiao.domain.standard;

import java.time.Instant;

import cn.dabiao.domain.value.BureauCode;

/** The whole story of a standard: it is published, and that is all. */
public sealed interface StandardEvent {

    StandardId standardId();

    /** @param bureau the bureau that published it and may open campaigns with it */
    record StandardPublished(StandardId standardId, BureauCode bureau, Standard standard, Instant publishedAt)
            implements StandardEvent {}
}
