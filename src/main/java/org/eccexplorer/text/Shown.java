package org.eccexplorer.text;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Text that a program did not write itself, as it may be shown: file names, and all that stands in
 * files. A terminal takes control characters for commands, line breaks would let a file say things
 * in the program's name, and marks of direction reorder what stands beside them.
 */
public final class Shown {
    private static final String MARKS =
            "\\p{Zl}\\p{Zp}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF";

    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}" + MARKS + "]");

    private static final Pattern NOT_IN_LINES =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|\\r(?!\\n)|[" + MARKS + "]");

    private static final Pattern CONTROLS_OF_JSON = Pattern.compile("[\\x7F-\\x9F]");

    private static final HexFormat HEX = HexFormat.of();

    private Shown() {}

    /** On one line: what cannot be shown there is replaced. */
    public static String line(String text) {
        return isPlain(text) ? text : NOT_IN_A_LINE.matcher(text).replaceAll("?");
    }

    /** The same with its line breaks, for texts of the program's that may be of several lines. */
    public static String lines(String text) {
        return isPlain(text)
                ? text
                : NOT_IN_LINES.matcher(text.replace("\r\n", "\n")).replaceAll("?");
    }

    /**
     * A JSON document whose texts name control characters, which JSON allows to stand for
     * themselves.
     */
    public static String json(String document) {
        return CONTROLS_OF_JSON
                .matcher(document)
                .replaceAll(found -> "\\\\u00" + HEX.toHexDigits((byte) found.group().charAt(0)));
    }

    /** Whether it is all of printable ASCII, as most texts are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
