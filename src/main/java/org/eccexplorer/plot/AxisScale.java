package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where the values of an axis are.
 *
 * @param from pixel of its lowest value
 * @param to pixel of its highest value
 */
public record AxisScale(Axis axis, double from, double to) {
    private static final int FEWEST_POWERS = 3;

    /** The pixel of a value. */
    public double at(double value) {
        return from + axis.share(value) * (to - from);
    }

    /** The value at a pixel. */
    public double valueAt(double pixel) {
        return axis.value((pixel - from) / (to - from));
    }

    /** The timestep nearest to a pixel, of those that the axis shows. */
    public int stepAt(double pixel) {
        return (int) Math.clamp(Math.rint(valueAt(pixel)), axis.firstStep(), axis.lastStep());
    }

    /** Round values, at most one in so many pixels; of logarithmic timesteps powers of two. */
    public double[] ticks(double pixels) {
        int most = (int) Math.max(2, (to - from) / pixels);
        Scale linear = new Scale(axis.low(), axis.high(), from, to);
        return switch (axis.kind()) {
            case TIMESTEPS -> axis.low() == 0 && axis.high() % 4 == 0 ? quarters() : whole(most);
            case LOG_TIMESTEPS -> powersOfTwo((int) Math.max(2, (to - from) / (pixels / 2)));
            case LINEAR -> linear.ticks(most);
            case LOGARITHMIC, COST -> Scale.decades(axis.low(), axis.high(), most);
        };
    }

    private double[] quarters() {
        double step = axis.high() / 4;
        return new double[] {0, step, 2 * step, 3 * step, axis.high()};
    }

    private double[] whole(int most) {
        double[] ticks = new Scale(axis.low(), axis.high(), from, to).ticks(most);
        double[] whole = Arrays.stream(ticks).filter(t -> t == Math.rint(t)).toArray();
        return whole.length > 1 ? whole : atWholeSteps(most);
    }

    /** Where round steps are no whole ones. */
    private double[] atWholeSteps(int most) {
        double first = Math.min(Math.ceil(axis.low()), axis.lastStep());
        double step = Math.max(1, Math.ceil((axis.lastStep() - first) / most));
        return DoubleStream.iterate(first, at -> at <= axis.lastStep(), at -> at + step).toArray();
    }

    /** And the last timestep, whatever it is. */
    private double[] powersOfTwo(int most) {
        List<Double> powers = new ArrayList<>();
        for (double power = 1; power <= axis.high(); power *= 2) {
            if (power >= axis.low()) {
                powers.add(power);
            }
        }
        if (powers.size() < FEWEST_POWERS) {
            return whole(Math.min(most, 6));
        }
        int every = (int) Math.ceil((double) powers.size() / most);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i < powers.size(); i += every) {
            ticks.add(powers.get(i));
        }
        double last = axis.high();
        if (last == Math.rint(last) && ticks.getLast() < last) {
            double room = (to - from) / most;
            ticks.removeIf(tick -> at(last) - at(tick) < room);
            ticks.add(last);
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A value as text. */
    public String text(double value) {
        return switch (axis.kind()) {
            case TIMESTEPS, LOG_TIMESTEPS -> Scale.text(Math.rint(value), 100);
            case LINEAR -> Scale.text(value, axis.high());
            case LOGARITHMIC, COST -> Scale.text(value, value * 5);
        };
    }
}
