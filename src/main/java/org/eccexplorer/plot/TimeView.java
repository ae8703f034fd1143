package org.eccexplorer.plot;

/**
 * What of a chart over time is looked at: a part of its timesteps or all, spaced as the chart has
 * them or the other way.
 *
 * @param from first timestep; NaN for all
 * @param to last timestep; NaN for all
 * @param respaced logarithmic where the chart is linear, and linear where it is logarithmic
 */
public record TimeView(double from, double to, boolean respaced) {
    /** A chart as it is. */
    public static final TimeView WHOLE = new TimeView(Double.NaN, Double.NaN, false);

    /** No part is shorter, in timesteps. */
    private static final double LEAST = 1;

    public boolean isPart() {
        return to > from;
    }

    /** The chart as it is looked at; charts over anything but time stay as they are. */
    public Chart of(Chart chart) {
        if (!(chart instanceof Chart.Timed timed) || !timed.x().isTime() || equals(WHOLE)) {
            return chart;
        }
        Axis whole = spaced(timed);
        double low = Math.max(from, whole.low());
        double high = Math.min(to, whole.high());
        return high - low >= LEAST
                ? timed.over(whole.between(low, high), true)
                : timed.over(whole, false);
    }

    /** The whole axis in the spacing that is chosen. */
    private Axis spaced(Chart.Timed chart) {
        return respaced ? chart.x().respaced() : chart.x();
    }

    /** The axis as it is looked at. */
    private Axis seen(Chart.Timed chart) {
        Axis whole = spaced(chart);
        double low = Math.max(from, whole.low());
        double high = Math.min(to, whole.high());
        return high - low >= LEAST ? whole.between(low, high) : whole;
    }

    /** Between two timesteps, whichever is the first; stays as it is if that is too short. */
    public TimeView between(Chart.Timed chart, double one, double other) {
        Axis whole = spaced(chart);
        double low = Math.max(whole.low(), Math.min(one, other));
        double high = Math.min(whole.high(), Math.max(one, other));
        if (high - low < LEAST) {
            return this;
        }
        return low <= whole.low() && high >= whole.high()
                ? whole()
                : new TimeView(low, high, respaced);
    }

    /** More or less around a timestep that keeps its place; a factor below 1 shows less. */
    public TimeView scaled(Chart.Timed chart, double around, double factor) {
        Axis seen = seen(chart);
        double share = seen.share(around);
        double low = share * (1 - factor);
        return between(chart, seen.value(low), seen.value(low + factor));
    }

    /** As much as before, further on by a share of it, as far as there are timesteps. */
    public TimeView moved(Chart.Timed chart, double share) {
        if (!isPart()) {
            return this;
        }
        Axis whole = spaced(chart);
        Axis seen = seen(chart);
        double low = whole.share(seen.low());
        double high = whole.share(seen.high());
        double by = Math.clamp(share * (high - low), -low, 1 - high);
        return between(chart, whole.value(low + by), whole.value(high + by));
    }

    /** All timesteps. */
    public TimeView whole() {
        return new TimeView(Double.NaN, Double.NaN, respaced);
    }

    /** The same timesteps in the other spacing. */
    public TimeView otherwise() {
        return new TimeView(from, to, !respaced);
    }
}
