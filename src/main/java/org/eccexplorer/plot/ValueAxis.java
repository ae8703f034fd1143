package org.eccexplorer.plot;

/**
 * A vertical axis.
 *
 * @param label what is measured, with its unit
 * @param percent whether values are shares from 0 to 1, shown in per cent
 * @param fitted whether it shows only the values that occur, and not all from 0
 * @param logarithmic whether it is; values that are not above zero are then not seen
 */
public record ValueAxis(String label, boolean percent, boolean fitted, boolean logarithmic) {
    /** From 0 to 100 %. */
    public static ValueAxis shares(String label) {
        return new ValueAxis(label, true, false, false);
    }

    /** From 0, and below where there are such values. */
    public static ValueAxis fromZero(String label) {
        return new ValueAxis(label, false, false, false);
    }

    /** Each power of ten as high as the one before, as far as there are values. */
    public static ValueAxis logarithmic(String label) {
        return new ValueAxis(label, false, true, true);
    }

    /** As far as there are values. */
    public ValueAxis seen() {
        return new ValueAxis(label, percent, true, logarithmic);
    }
}
