package cn.dabiao.api.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Opinion;

/**
 * A publication of a campaign's grades.
 *
 * @param publicationNo 1 for the campaign's first
 * @param note          what the bureau said with it; null where it said nothing
 * @param schools       how many schools are in it
 * @param pending       of how many of them an appeal was open
 */
public record PublicationView(
        int publicationNo, Instant publishedAt, @Nullable Opinion note, int schools, int pending) {}
