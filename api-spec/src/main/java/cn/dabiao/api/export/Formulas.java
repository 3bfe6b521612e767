package cn.dabiao.api.export;

/**
 * Takes their effect from texts that a spreadsheet would run: whoever writes {@code =HYPERLINK(…)} as a reason must not
 * have it carried out on the machine of whoever opens the export (OWASP, CSV injection).
 */
final class Formulas {

    /** What begins a formula, also in full-width and small forms, which spreadsheets in Chinese take for the same. */
    private static final String SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫";

    private Formulas() {}

    /** The text with an apostrophe before it if it would begin a formula, else as it is. */
    static String defused(String text) {
        return beginsFormula(text) ? "'" + text : text;
    }

    private static boolean beginsFormula(String text) {
        int at = 0;
        while (at < text.length() && isUnseen(text.codePointAt(at))) {
            if (Character.isISOControl(text.codePointAt(at))) {
                return true;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0;
    }

    /** Spaces of any kind, controls, and marks without a width: a spreadsheet may look behind them. */
    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
