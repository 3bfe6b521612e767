package cn.dabiao.query.reading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import cn.dabiao.api.Page;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.json.DomainJson;

/**
 * A list with its filters, paged by the sort key of the last row shown: a page never repeats or leaves out a row
 * because others came or went. The cursor holds that key and a digest of key, list and filters, so that one from
 * elsewhere is refused. It is no secret and grants nothing: every page is filtered by what its caller may see.
 */
public final class Listing {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}|\\p{Cs}");
    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,18}(\\.\\d)?");
    private static final int DIGEST_BYTES = 12;

    private final String name;
    private final List<String> filters;

    private Listing(String name, List<String> filters) {
        this.name = name;
        this.filters = filters;
    }

    /** @param filters in a fixed order; null for one that is not set */
    public static Listing of(String name, @Nullable Object... filters) {
        return new Listing(name, Arrays.stream(filters).map(String::valueOf).toList());
    }

    /**
     * The sort key after which the page begins; empty for the first page.
     *
     * @param parts of how many parts a sort key of this list is made
     */
    public Optional<List<String>> after(@Nullable String cursor, int parts) {
        return cursor == null ? Optional.empty() : Optional.of(key(cursor, parts));
    }

    /** A part of a sort key that has to be a figure. */
    public static BigDecimal figure(String part) {
        if (!FIGURE.matcher(part).matches()) {
            throw foreign(part);
        }
        return new BigDecimal(part);
    }

    /**
     * A page of these rows.
     *
     * @param rows one more than {@code limit} when there is a next page
     * @param key  a row's sort key
     */
    public <R, T> Page<T> page(
            List<R> rows, int limit, Function<R, List<?>> key, Function<R, T> shown, long position) {
        List<R> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor(key.apply(page.getLast())) : null;
        return new Page<>(page.stream().map(shown).toList(), next, position);
    }

    /** Refuses a search text that no database column can hold. */
    public static @Nullable String searched(String field, @Nullable String text) {
        if (text != null && UNPRINTABLE.matcher(text).find()) {
            throw new InvalidRequestException(field, InvalidValue.printable(text), "well-formed", Map.of());
        }
        return text;
    }

    /** The cursor of the page that begins after this key. */
    public String cursor(List<?> key) {
        List<String> parts = new ArrayList<>(key.stream().map(String::valueOf).toList());
        parts.addFirst(digest(parts));
        byte[] json = DomainJson.mapper().writeValueAsBytes(parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    private List<String> key(String cursor, int parts) {
        List<String> all = parts(cursor);
        if (all.size() != parts + 1
                || !all.getFirst().equals(digest(all.subList(1, all.size())))
                || all.stream().anyMatch(part -> UNPRINTABLE.matcher(part).find())) {
            throw foreign(cursor);
        }
        return all.subList(1, all.size());
    }

    private static List<String> parts(String cursor) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor);
            String[] parts = DomainJson.mapper().readValue(json, String[].class);
            return parts == null || Arrays.asList(parts).contains(null) ? List.of() : List.of(parts);
        } catch (IllegalArgumentException | JacksonException e) {
            throw foreign(cursor);
        }
    }

    private String digest(List<String> key) {
        List<List<String>> all = List.of(List.of(name), filters, key);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(DomainJson.mapper().writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What is thrown for a cursor that is of no page of the list. */
    public static InvalidRequestException foreign(String cursor) {
        return new InvalidRequestException("cursor", InvalidValue.printable(cursor), "cursor", Map.of());
    }
}
