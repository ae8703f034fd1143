package org.eccexplorer.measure.layer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Sums of the parts of the error, by cause, and of the whole. */
final class ErrorSums {
    private final Map<Cause, Sum> parts = new EnumMap<>(Cause.class);
    private final Sum total = new Sum();
    private long neurons;

    /** Of one part, or of the whole. */
    static final class Sum {
        private double sum;
        private double absolute;
        private long hit;

        private void add(double value) {
            sum += value;
            absolute += Math.abs(value);
            hit += value == 0 ? 0 : 1;
        }

        /** Adds the differences of many pairs, each in its unit. */
        void add(double[] from, double[] to, double[] unit, int count) {
            double all = sum;
            double sizes = absolute;
            int others = 0;
            for (int i = 0; i < count; i++) {
                double value = (from[i] - to[i]) * unit[i];
                all += value;
                sizes += Math.abs(value);
                others += value == 0 ? 0 : 1;
            }
            sum = all;
            absolute = sizes;
            hit += others;
        }

        private void add(Sum other) {
            sum += other.sum;
            absolute += other.absolute;
            hit += other.hit;
        }

        private ErrorSplit.Part over(double neurons) {
            return new ErrorSplit.Part(sum / neurons, absolute / neurons, hit / neurons);
        }
    }

    ErrorSums() {
        for (Cause cause : Cause.values()) {
            parts.put(cause, new Sum());
        }
    }

    /**
     * Adds one neuron.
     *
     * @param target CNN activation a, in units of the scale
     * @param clipped min(a, 1)
     * @param quantised Q(min(a, 1))
     * @param charged C
     * @param rate r
     * @param unit the scale in units of λ, which turns rates into shares of λ
     */
    void add(
            double target,
            double clipped,
            double quantised,
            double charged,
            double rate,
            double unit) {
        neurons++;
        part(Cause.CLIPPING).add((target - clipped) * unit);
        part(Cause.QUANTISATION).add((clipped - quantised) * unit);
        part(Cause.INHERITED).add((quantised - charged) * unit);
        part(Cause.UNEVENNESS).add((charged - rate) * unit);
        total.add((target - rate) * unit);
    }

    /** Counts neurons whose parts are added by themselves. */
    void add(int more) {
        neurons += more;
    }

    /** a − r. */
    Sum total() {
        return total;
    }

    Sum part(Cause cause) {
        return Objects.requireNonNull(parts.get(cause));
    }

    void add(ErrorSums other) {
        neurons += other.neurons;
        parts.forEach((cause, sum) -> sum.add(other.part(cause)));
        total.add(other.total);
    }

    ErrorSplit split() {
        double n = Math.max(1, neurons);
        Map<Cause, ErrorSplit.Part> means = new EnumMap<>(Cause.class);
        parts.forEach((cause, sum) -> means.put(cause, sum.over(n)));
        return ErrorSplit.of(neurons, means, total.over(n));
    }
}
