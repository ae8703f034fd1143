package org.eccexplorer.plot;

import org.eccexplorer.text.Texts;

/**
 * A horizontal axis.
 *
 * @param label what it counts, with its unit
 * @param low value at the left
 * @param high value at the right
 */
public record Axis(String label, double low, double high, Kind kind) {
    /** What the values are and how they are spaced. */
    public enum Kind {
        TIMESTEPS,
        LOG_TIMESTEPS,
        LINEAR,
        LOGARITHMIC,
        /** Logarithmic, and point i of a series is what timestep i + 1 has cost. */
        COST
    }

    /** Timesteps up to T. */
    public static Axis timesteps(double last) {
        return new Axis(Texts.text("plot.timestep"), 0, last, Kind.TIMESTEPS);
    }

    /** Timesteps from 1 to T, each doubling as wide as the one before. */
    public static Axis logTimesteps(double last) {
        return new Axis(Texts.text("plot.timestepLog"), 1, last, Kind.LOG_TIMESTEPS);
    }

    /** From zero. */
    public static Axis linear(String label, double high) {
        return new Axis(label, 0, high, Kind.LINEAR);
    }

    /** What timesteps cost; both ends are above zero. */
    public static Axis cost(String label, double low, double high) {
        return new Axis(label, low, high, Kind.COST);
    }

    /** Logarithmic; both ends are above zero. */
    public static Axis logarithmic(String label, double low, double high) {
        return new Axis(label, low, high, Kind.LOGARITHMIC);
    }

    public boolean isTime() {
        return kind == Kind.TIMESTEPS || kind == Kind.LOG_TIMESTEPS;
    }

    public boolean isLogarithmic() {
        return kind == Kind.LOG_TIMESTEPS || hasDecades();
    }

    /** Whether it is logarithmic without being time. */
    public boolean hasDecades() {
        return kind == Kind.COST || kind == Kind.LOGARITHMIC;
    }

    /** The first whole timestep it shows. */
    public int firstStep() {
        return (int) Math.max(1, Math.ceil(low));
    }

    /** The last whole timestep it shows. */
    public int lastStep() {
        return (int) Math.max(firstStep(), Math.floor(high));
    }

    /** A part of it. */
    public Axis between(double lowest, double highest) {
        return new Axis(label, lowest, highest, kind);
    }

    /** All timesteps in the other spacing; other axes stay as they are. */
    public Axis respaced() {
        return switch (kind) {
            case TIMESTEPS -> logTimesteps(high);
            case LOG_TIMESTEPS -> timesteps(high);
            case LINEAR, LOGARITHMIC, COST -> this;
        };
    }

    /** How far along a value is: 0 at the left end, 1 at the right. */
    public double share(double value) {
        double end = Math.max(low + 1e-9, high);
        if (!isLogarithmic()) {
            return (value - low) / (end - low);
        }
        double above = hasDecades() ? Math.max(value, low) : Math.max(value, low / 2);
        return Math.log(above / low) / Math.log(end / low);
    }

    /** The value so far along. */
    public double value(double share) {
        double end = Math.max(low + 1e-9, high);
        return isLogarithmic() ? low * Math.pow(end / low, share) : low + share * (end - low);
    }
}
