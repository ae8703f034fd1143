package org.eccexplorer.option;

import org.eccexplorer.text.Texts;

/**
 * An interval of real numbers.
 *
 * @param open whether low itself lies outside
 * @param below whether high itself lies outside
 */
public record Range(double low, boolean open, double high, boolean below) {
    /** What an end that lies outside is away from the nearest number that is offered. */
    private static final double STEP = 1e-4;

    /** From one number to another, both included. */
    public static Range closed(double low, double high) {
        return new Range(low, false, high, false);
    }

    /** Above a number, and at most another. */
    public static Range above(double low, double high) {
        return new Range(low, true, high, false);
    }

    /** From a number to below another. */
    public static Range below(double low, double high) {
        return new Range(low, false, high, true);
    }

    /**
     * Whether a number lies inside; NaN never does, nor does one that is not 0 but of which float32
     * would keep nothing, or not all of its digits.
     */
    public boolean contains(double value) {
        return isHeld(value)
                && (open ? value > low : value >= low)
                && (below ? value < high : value <= high);
    }

    /** Whether float32 holds a number with all of its digits: it is 0, or not too close to it. */
    public static boolean isHeld(double value) {
        return value == 0 || Math.abs(value) >= Float.MIN_NORMAL;
    }

    /** The smallest number to offer where numbers are typed or dragged. */
    public double smallest() {
        return open ? low + STEP : low;
    }

    /** The largest number to offer where numbers are typed or dragged. */
    public double largest() {
        return below ? high - STEP : high;
    }

    @Override
    public String toString() {
        String from = Real.text(low);
        String to = Real.text(high);
        return open
                ? Texts.text("option.aboveTo", from, to)
                : Texts.text(below ? "option.fromToBelow" : "option.fromTo", from, to);
    }
}
