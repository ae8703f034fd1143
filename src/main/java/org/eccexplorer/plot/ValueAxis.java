package org.eccexplorer.plot;

/**
 * A vertical axis.
 *
 * @param label what is measured, with its unit
 * @param percent whether values are shares from 0 to 1, shown in per cent
 * @param fitted whether it shows only the values that occur, and not all from 0
 */
public record ValueAxis(String label, boolean percent, boolean fitted) {
    /** From 0 to 100 %. */
    public static ValueAxis shares(String label) {
        return new ValueAxis(label, true, false);
    }

    /** From 0, and below where there are such values. */
    public static ValueAxis fromZero(String label) {
        return new ValueAxis(label, false, false);
    }

    /** As far as there are values. */
    public ValueAxis seen() {
        return new ValueAxis(label, percent, true);
    }
}
