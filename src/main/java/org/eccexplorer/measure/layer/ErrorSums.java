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

        private void put(double newSum, double newAbsolute, int others) {
            sum = newSum;
            absolute = newAbsolute;
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

    /**
     * Adds many neurons as {@link #add(double, double, double, double, double, double)}, each sum
     * in their order: an addition waits for the one before it, and all ten sums wait at once.
     */
    void add(
            double[] target,
            double[] clipped,
            double[] quantised,
            double[] charged,
            double[] rate,
            double[] unit,
            int count) {
        Sum clipping = part(Cause.CLIPPING);
        Sum quantisation = part(Cause.QUANTISATION);
        Sum inherited = part(Cause.INHERITED);
        Sum unevenness = part(Cause.UNEVENNESS);
        double sum1 = clipping.sum;
        double sum2 = quantisation.sum;
        double sum3 = inherited.sum;
        double sum4 = unevenness.sum;
        double sum5 = total.sum;
        double absolute1 = clipping.absolute;
        double absolute2 = quantisation.absolute;
        double absolute3 = inherited.absolute;
        double absolute4 = unevenness.absolute;
        double absolute5 = total.absolute;
        int hit1 = 0;
        int hit2 = 0;
        int hit3 = 0;
        int hit4 = 0;
        int hit5 = 0;
        for (int i = 0; i < count; i++) {
            double part1 = (target[i] - clipped[i]) * unit[i];
            double part2 = (clipped[i] - quantised[i]) * unit[i];
            double part3 = (quantised[i] - charged[i]) * unit[i];
            double part4 = (charged[i] - rate[i]) * unit[i];
            double whole = (target[i] - rate[i]) * unit[i];
            sum1 += part1;
            sum2 += part2;
            sum3 += part3;
            sum4 += part4;
            sum5 += whole;
            absolute1 += Math.abs(part1);
            absolute2 += Math.abs(part2);
            absolute3 += Math.abs(part3);
            absolute4 += Math.abs(part4);
            absolute5 += Math.abs(whole);
            hit1 += isHit(part1);
            hit2 += isHit(part2);
            hit3 += isHit(part3);
            hit4 += isHit(part4);
            hit5 += isHit(whole);
        }
        clipping.put(sum1, absolute1, hit1);
        quantisation.put(sum2, absolute2, hit2);
        inherited.put(sum3, absolute3, hit3);
        unevenness.put(sum4, absolute4, hit4);
        total.put(sum5, absolute5, hit5);
        neurons += count;
    }

    /** 1, or 0 for zeros: without a branch, which nobody could foretell. */
    private static int isHit(double part) {
        long size = Double.doubleToRawLongBits(part) << 1;
        return (int) ((size | -size) >>> (Long.SIZE - 1));
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
