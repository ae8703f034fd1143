package org.eccexplorer.app.bench;

import java.util.List;

/**
 * A ratio beside the one that was kept.
 *
 * @param now its median; NaN if it was not measured
 * @param kept the median that was kept
 */
public record Rot(String name, double now, double kept) {
    /** How much of a kept ratio may be lost before it is called rotten. */
    public static final double ALLOWED = 0.15;

    /** Every kept ratio beside the one of that name. */
    public static List<Rot> of(List<Ratio> measured, List<Ratio> kept) {
        return kept.stream()
                .map(old -> new Rot(old.name(), median(old.name(), measured), old.median()))
                .toList();
    }

    private static double median(String name, List<Ratio> measured) {
        return measured.stream()
                .filter(ratio -> ratio.name().equals(name))
                .mapToDouble(Ratio::median)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The relative change: −0.1 is a tenth slower. */
    public double change() {
        return now / kept - 1;
    }

    /** Whether too much is lost; a ratio that is no longer measured is. */
    public boolean isRotten() {
        return !(change() >= -ALLOWED);
    }
}
