package org.eccexplorer.figures.words;

import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Large and small amounts with three digits: "0.4", "949", "14.5 k", "1.23 M". */
public final class Amounts {
    private static final double STEP = 1000;

    private Amounts() {}

    /**
     * An amount.
     *
     * @param signed with its sign, as differences have
     */
    public static String text(double value, boolean signed) {
        double size = Math.abs(value);
        if (!(size >= STEP - 0.5)) {
            return number(value, size < 9.95 ? 1 : 0, signed);
        }
        if (size < (STEP - 0.5) * STEP) {
            return Texts.text("figures.row.thousands", digits(value / STEP, signed));
        }
        return size < (STEP - 0.5) * STEP * STEP
                ? Texts.text("figures.row.millions", digits(value / STEP / STEP, signed))
                : Texts.text("figures.row.billions", digits(value / STEP / STEP / STEP, signed));
    }

    private static String digits(double value, boolean signed) {
        double size = Math.abs(value);
        return number(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0, signed);
    }

    private static String number(double value, int decimals, boolean signed) {
        return signed ? Numbers.difference(value, decimals) : Numbers.fixed(value, decimals);
    }
}
