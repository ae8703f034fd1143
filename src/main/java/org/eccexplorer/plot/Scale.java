package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A scale from values to pixels with round ticks.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 * @param logarithmic whether it is; then both are above zero
 */
public record Scale(double low, double high, double from, double to, boolean logarithmic) {
    /** Within a decade. */
    private static final double[] WITHIN = {1, 1.5, 2, 3, 4, 6, 8};

    /** Smaller shares are not told apart. */
    private static final double LEAST_SHARE = 1e-4;

    /** From here on three significant digits leave out whole ones. */
    private static final double LARGE = 999.5;

    /** Smaller values than this share of the largest are beyond a logarithmic scale. */
    private static final double LEAST_OF_HIGHEST = 1e-3;

    /** How near to a half a digit is one. */
    private static final double HALF = 1e-6;

    /** Smaller ones are written with an exponent. */
    private static final double LEAST_PLAIN = 0.99e-4;

    /** A linear one. */
    public Scale(double low, double high, double from, double to) {
        this(low, high, from, to, false);
    }

    /** What is too low for a logarithmic scale, such as zero, is somewhat outside. */
    public double at(double value) {
        double share =
                logarithmic
                        ? Math.log(Math.max(value, low / 2) / low) / Math.log(high / low)
                        : (value - low) / (high - low);
        return from + share * (to - from);
    }

    public double valueAt(double pixel) {
        double share = (pixel - from) / (to - from);
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    /**
     * A logarithmic scale from a power of ten on, three of them or so at most.
     *
     * @param lowest of the values above zero
     */
    public static Scale logarithmic(double lowest, double highest, double from, double to) {
        if (!(lowest > 0 && highest >= lowest)) {
            return new Scale(0.1, 1, from, to, true);
        }
        double least = Math.max(lowest, highest * LEAST_OF_HIGHEST);
        double low = Math.pow(10, Math.floor(Math.log10(least)));
        double high = roundUp(highest);
        return new Scale(high > low ? low : low / 10, high, from, to, true);
    }

    /** The smallest round number not below a value: 1, 2 or 5 times a power of ten. */
    public static double roundUp(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) {
            if (factor * power >= value * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** With round bounds around values; of equal values somewhat more than those. */
    public static Scale around(double lowest, double highest, double from, double to) {
        if (!(highest >= lowest)) {
            return new Scale(0, 1, from, to);
        }
        double range = Math.max(highest - lowest, 1e-3 * Math.max(1e-6, Math.abs(highest)));
        double step = roundUp(range) / 5;
        double low = Math.floor(lowest / step) * step;
        double high = Math.ceil(highest / step) * step;
        return new Scale(low, high > low ? high : low + step, from, to);
    }

    /** Ticks at round steps, at most this many. */
    public double[] ticks(int most) {
        if (logarithmic) {
            return decades(low, high, most);
        }
        double raw = (high - low) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            if (factor * power >= raw * (1 - 1e-9)) {
                step = factor * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step - 1e-9) * step;
                tick <= high + step * 1e-9;
                tick += step) {
            ticks.add(Math.abs(tick) < step * 1e-9 ? 0.0 : tick);
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Round values of a logarithmic axis: powers of ten, with 2 and 5 where there is room, and with
     * more where the axis is about a decade long.
     */
    public static double[] decades(double low, double high, int most) {
        double decades = Math.log10(high / low);
        double[] factors =
                decades * WITHIN.length <= most
                        ? WITHIN
                        : decades * 3 <= most
                                ? new double[] {1, 2, 5}
                                : decades * 2 <= most ? new double[] {1, 3} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int k = (int) Math.floor(Math.log10(low)); k <= Math.log10(high); k++) {
            for (double factor : factors) {
                double tick = factor * Math.pow(10, k);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A tick as text, in units of 1/factor. */
    public String tickText(double tick, double factor) {
        if (!logarithmic) {
            return text(tick * factor, (high - low) * factor);
        }
        return tick * factor < LEAST_PLAIN
                ? Numbers.significant(tick * factor, 1)
                : text(tick * factor, tick * factor * 5);
    }

    /** A small share in per cent, without exponents. */
    public static String smallPercent(double share) {
        if (share > 0 && share < LEAST_SHARE) {
            return Texts.text("plot.lessThan", Numbers.percent(LEAST_SHARE, 2));
        }
        return share > 0 && share < 0.1
                ? Numbers.significant(100 * share, 2) + " %"
                : Numbers.percent(share, 0);
    }

    /** A number with so many significant digits that two values of a chart can be told apart. */
    public static String reading(double value) {
        return Math.abs(value) >= LARGE ? Numbers.fixed(value, 0) : Numbers.significant(value, 3);
    }

    /** A number without needless digits; half of the last one is written out, as in 1.25. */
    public static String text(double value, double range) {
        int digits = range >= 20 ? 0 : range >= 2 ? 1 : range >= 0.2 ? 2 : range >= 0.02 ? 3 : 4;
        double halves = 2 * value * Math.pow(10, digits);
        boolean half = Math.abs(halves - Math.rint(halves)) < HALF && Math.rint(halves) % 2 != 0;
        return Numbers.upTo(value, half ? digits + 1 : digits);
    }
}
