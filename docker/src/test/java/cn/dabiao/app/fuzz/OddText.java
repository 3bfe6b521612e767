package cn.dabiao.app.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that programs stumble over. */
final class OddText {

    private static final List<String> TEXTS = List.of(
            "", " ", "　", "\u200B", "\u0000", "面\u0000积", "\uD800", "积\uDC00", "\uFFFE", "\uFEFF", "\u202Eevil\u202C",
            "مدرسة", "שלום", "👩‍👩‍👧‍👦🏫", "Z̷̢̛a̸l̵g̶o", "灌南县实验小学", "a\r\nSet-Cookie: x=1", "\t", "\u0085", "\u001b[31m", "null",
            "undefined", "true", "NaN", "-1", "0", "1e309", "0x10", "１２", "'; DROP TABLE school;--", "' OR 1=1 --", "\" OR \"\"=\"",
            "1; COMMIT", "%", "_", "%_%\\", "\\", "${jndi:ldap://127.0.0.1/a}", "#{7*7}", "{0}", "{limit}", "%s%n%x", "../../etc/passwd",
            "<script>alert(1)</script>", "=1+1", "@SUM(A1)", "2018-02-30", "2018-13-01", "0000-00-00", "+999999999-12-31",
            "2018-04-10T25:00:00Z", "2018-04-10T08:00:00", "9999-12-31T23:59:60Z", "10000-01-01T00:00:00Z", "24:00", "*", ".", "..", "/",
            "a/b", "a%2Fb", "a;b=c", "a?b#c", "\"", "[]", "{}", "İıſß");

    private OddText() {}

    static String any(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "长".repeat(1 + random.nextInt(6000));
            case 1 -> "\uD83C\uDFEB".repeat(1 + random.nextInt(300));
            case 2 -> letters(random, 1 + random.nextInt(30));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    /** As any, but short enough for a path or a header. */
    static String brief(Random random) {
        String text = any(random);
        return text.length() > 80 ? text.substring(0, 80) : text;
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 1, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
