package cn.dabiao.ledger.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A tree's head as it is signed (C2SP tlog-checkpoint): three lines of text, which log it is, how many leaves, their root.
 *
 * @param origin the log's name, e.g. {@code dabiao.cn/320724}: not empty, one line
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern ORIGIN = Pattern.compile("[^\\x00-\\x1F\\p{Cs}]+");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES = 3;

    public Checkpoint {
        if (size < 0 || !ORIGIN.matcher(origin).matches()) {
            throw new Malformed("a checkpoint has an origin of one line and a size");
        }
    }

    /**
     * Reads a note's text. Extension lines are allowed and passed over, as the format asks; we write none.
     *
     * @throws Malformed unless there are at least three lines, none empty, the size without leading zeros, the root in
     *     canonical base64, and a final newline
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new Malformed("a checkpoint ends in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES || lines.contains("")) {
            throw new Malformed("a checkpoint has three lines or more, none of them empty");
        }
        return new Checkpoint(lines.get(0), size(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    private static long size(String line) {
        try {
            if (SIZE.matcher(line).matches()) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException e) {
            // Nineteen digits may be too many: answered below.
        }
        throw new Malformed("a checkpoint's size is a decimal number without leading zeros");
    }

    /** The text to be signed, final newline included. */
    public String text() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }
}
