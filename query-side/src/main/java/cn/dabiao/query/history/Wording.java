package cn.dabiao.query.history;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A sentence with named gaps, taken apart once: a page of a history fills hundreds of them.
 *
 * @param plain what stands before, between and after the gaps: one more than there are gaps
 */
record Wording(List<String> plain, List<String> gaps) {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    static Wording of(String text) {
        return new Wording(
                List.of(GAP.split(text, -1)),
                GAP.matcher(text).results().map(found -> found.group(1)).toList());
    }

    /** @param word what fills the gap of this name */
    String filled(UnaryOperator<String> word) {
        StringBuilder sentence = new StringBuilder(plain.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            sentence.append(word.apply(gaps.get(i))).append(plain.get(i + 1));
        }
        return sentence.toString();
    }
}
