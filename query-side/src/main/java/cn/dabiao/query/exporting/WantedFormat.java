package cn.dabiao.query.exporting;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

import cn.dabiao.api.export.ExportFormat;

/**
 * What the caller of a list wants it to be (RFC 9110 §12.5.1): of what it accepts and we offer, that of the highest
 * weight; among equals what it names more exactly, then what it names first, then JSON.
 */
final class WantedFormat {

    private static final List<Offer> OFFERS = List.of(
            new Offer(null, MediaType.APPLICATION_JSON),
            new Offer(ExportFormat.CSV, ExportFormat.CSV.mediaType()),
            new Offer(ExportFormat.XLSX, ExportFormat.XLSX.mediaType()));

    private WantedFormat() {}

    /**
     * Empty for JSON.
     *
     * @throws HttpMediaTypeNotAcceptableException when it is nothing that a list can be
     */
    static Optional<ExportFormat> of(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        return of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    static Optional<ExportFormat> of(List<String> accept) throws HttpMediaTypeNotAcceptableException {
        // Whoever accepts problems, too, does not want the list as one.
        List<MediaType> ranges = parsed(accept).stream()
                .filter(range -> !range.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON))
                .toList();
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        return OFFERS.stream()
                .flatMap(offer -> offer.matchedBy(ranges).stream())
                .filter(match -> match.weight() > 0)
                .min(Match.BEST_FIRST)
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(
                        OFFERS.stream().map(Offer::type).toList()))
                .offer()
                .asFormat();
    }

    private static List<MediaType> parsed(List<String> accept) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(OFFERS.stream().map(Offer::type).toList());
        }
    }

    /** @param format null for JSON */
    private record Offer(@Nullable ExportFormat format, MediaType type) {

        Optional<ExportFormat> asFormat() {
            return Optional.ofNullable(format);
        }

        /** The weight that the caller gives this offer is that of the range which names it most exactly. */
        Optional<Match> matchedBy(List<MediaType> ranges) {
            return IntStream.range(0, ranges.size())
                    .boxed()
                    .flatMap(at -> match(ranges.get(at), at))
                    .min(Match.MOST_EXACT_FIRST);
        }

        private Stream<Match> match(MediaType range, int at) {
            boolean kindOfJson = format == null
                    && range.getType().equals(type.getType())
                    && "json".equals(range.getSubtypeSuffix());
            if (!kindOfJson && !range.includes(type)) {
                return Stream.empty();
            }
            int wildness = range.isWildcardType() ? 2 : range.isWildcardSubtype() ? 1 : 0;
            return Stream.of(new Match(this, range.getQualityValue(), wildness, at));
        }
    }

    private record Match(Offer offer, double weight, int wildness, int at) {

        static final Comparator<Match> MOST_EXACT_FIRST =
                Comparator.comparingInt(Match::wildness).thenComparingInt(Match::at);
        static final Comparator<Match> BEST_FIRST =
                Comparator.comparingDouble(Match::weight).reversed().thenComparing(MOST_EXACT_FIRST);
    }
}
