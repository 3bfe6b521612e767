package cn.dabiao.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Headers that are wrong, too long, or not what they should be about. */
final class OddHeaders {

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("If-Match", List.of(
                    "*", "7", "\"7", "W/\"7\"", "\"\"", "\"7\", \"8\"", "\"-1\"", "\"r1-i1-v0\"", "\"r9-i99-v99\"", ",", "\"99999999999999999999\"",
                    "\"1\"")),
            Map.entry("If-None-Match", List.of("*", "\"0\"", "W/\"x\"", "garbage")),
            Map.entry("Accept-Language", List.of("*", "xx", "en;q=abc", "en;q=9", "zh-Hant-TW-x-y-z", ";;;", "en-", "1234567890", "fr,de;q=0.1")),
            Map.entry("Last-Event-ID", List.of("-1", "0", "abc", "99999999999999999999", "1e3", " 5 ", "9223372036854775807")),
            Map.entry("X-Request-Id", List.of("", "a b", "x".repeat(65), "<script>", "a:b", "%00", "*")),
            Map.entry("Dabiao-Min-Position", List.of("-1", "x", "1.5", "99999999999999999999", "0", "1")),
            Map.entry("Accept", List.of(
                    "text/csv", "application/xml", "garbage", "*/*;q=0", "application/json;q=x", "text/*", "application/json;charset=gbk",
                    "application/pdf", "/", "application/*+json")),
            Map.entry("Authorization", List.of("Basic b2ZmaWNlOm9mZmljZQ==", "Bearer", "Bearer a.b.c", "Bearer ==", "Digest x", "Bearer 你")),
            Map.entry("Content-Encoding", List.of("gzip", "x")),
            Map.entry("Range", List.of("bytes=0-1", "bytes=5-1", "bytes=-", "lines=1")),
            Map.entry("If-Modified-Since", List.of("yesterday", "Sat, 01 Jan 2050 00:00:00 GMT")),
            Map.entry("Cookie", List.of("a=b; $Version=1", "=;=;")),
            Map.entry("X-Forwarded-For", List.of("127.0.0.1", "'; DROP TABLE x")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("Origin", List.of("https://evil.example")));
    private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

    private OddHeaders() {}

    static Map.Entry<String, String> any(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        List<String> values = VALUES.getOrDefault(name, List.of(""));
        return switch (random.nextInt(12)) {
            case 0 -> Map.entry(name, "9".repeat(1 + random.nextInt(12_000)));
            case 1 -> Map.entry(name, bytes(OddText.brief(random)));
            default -> Map.entry(name, values.get(random.nextInt(values.size())));
        };
    }

    /** UTF-8 as the characters of its bytes, without those that end a line. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", "");
    }
}
