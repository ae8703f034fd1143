package org.eccexplorer.text;

import java.util.Locale;

/**
 * Numbers as people read them, the same on every machine whatever its locale: a decimal point,
 * groups of three digits set apart by a narrow space from five digits on, a true minus sign, and a
 * dash for what is not a number. Files are written without any of this, as {@code Double.toString}
 * does.
 */
public final class Numbers {
    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final char THIN_SPACE = '\u202f';
    private static final int SMALLEST_GROUPED = 5;

    private Numbers() {}

    /** A whole number: {@code 9999}, {@code 323 437}. */
    public static String count(long value) {
        return grouped(Long.toString(value));
    }

    /** A number with a fixed number of decimals: {@code fixed(0.5, 2)} is {@code 0.50}. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? grouped(String.format(Locale.ROOT, "%." + decimals + "f", value))
                : notFinite(value);
    }

    /** A number with at most this many decimals: {@code upTo(0.5, 2)} is {@code 0.5}. */
    public static String upTo(double value, int decimals) {
        String text = fixed(value, decimals);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A share in percent: {@code percent(0.915, 2)} is {@code 91.50 %}. */
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? fixed(100 * share, decimals) + " %" : notFinite(share);
    }

    /** A number with so many significant digits, in scientific notation where it is very small. */
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? grouped(String.format(Locale.ROOT, "%." + digits + "g", value))
                : notFinite(value);
    }

    /** Four significant digits, without zeros at the end: {@code 0.001}, {@code 1.001e−05}. */
    public static String compact(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return fixed(value, 0);
        }
        int whole = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return whole < -2 ? significant(value, 4) : upTo(value, Math.max(0, 4 - whole));
    }

    /** A difference: with a sign, unless it rounds to zero. */
    public static String difference(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && Double.isFinite(value) && !isZero(text) ? "+" + text : text;
    }

    private static boolean isZero(String digits) {
        return digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? NONE : value > 0 ? "∞" : "−∞";
    }

    /** What rounds to zero has no sign. */
    private static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        boolean negative = start == 1 && !isZero(plain);
        int end = start;
        while (end < plain.length() && Character.isDigit(plain.charAt(end))) {
            end++;
        }
        StringBuilder text = new StringBuilder(plain.substring(start, end));
        if (end - start >= SMALLEST_GROUPED) {
            for (int at = text.length() - 3; at > 0; at -= 3) {
                text.insert(at, THIN_SPACE);
            }
        }
        return (negative ? "−" : "") + text + plain.substring(end).replace("e-", "e−");
    }
}
