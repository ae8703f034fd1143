package org.eccexplorer.ui.chart;

import java.util.Arrays;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.tensor.Shape;

/**
 * A sequence as a curve per channel over its steps, on a dark ground in either theme as pictures
 * have one: a few on one axis with a line at 0, more of them one below the other, each from its
 * smallest to its largest value; more channels than can be told apart as rows of colour.
 */
final class Curves {
    /** More channels are not told apart as curves. */
    static final int MOST_CHANNELS = 12;

    /** More curves on one axis hide each other. */
    private static final int MOST_TOGETHER = 3;

    private static final int OPAQUE = 0xff << 24;
    private static final double FAINT = 0.35;

    private final float[] values;
    private final int steps;
    private final int channels;
    private final int width;
    private final int height;
    private final int[] argb;
    private float low;
    private float high;
    private int top;
    private int bottom;

    private Curves(float[] values, Shape shape, int width, int height) {
        this.values = values;
        this.width = width;
        this.height = height;
        steps = shape.isVector() ? shape.channels() : shape.pixels();
        channels = shape.isVector() ? 1 : shape.channels();
        argb = new int[width * height];
        bottom = height;
    }

    /** Colours of pixels, row by row. */
    static int[] paint(float[] values, Shape shape, int width, int height) {
        Curves curves = new Curves(values, shape, width, height);
        curves.range(0, curves.channels);
        if (curves.channels > MOST_CHANNELS) {
            curves.rows();
        } else {
            curves.lines();
        }
        return curves.argb;
    }

    /** The values of some channels, and 0. */
    private void range(int from, int to) {
        low = 0;
        high = 1e-9f;
        for (int i = 0; i < values.length; i++) {
            if (i % channels >= from && i % channels < to) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
    }

    /** Steps from left to right, a row for each channel. */
    private void rows() {
        for (int i = 0; i < argb.length; i++) {
            int step = i % width * steps / width;
            int channel = i / width * channels / height;
            float value = values[step * channels + channel];
            argb[i] = Pictures.heat((value - low) / (double) (high - low));
        }
    }

    private void lines() {
        Arrays.fill(argb, OPAQUE | rgb(ChartTheme.DARK.background()));
        boolean together = channels <= MOST_TOGETHER;
        for (int channel = 0; channel < channels; channel++) {
            if (!together) {
                range(channel, channel + 1);
                top = channel * height / channels;
                bottom = (channel + 1) * height / channels;
            }
            if (channel == 0 || !together) {
                int zero = row(0);
                for (int x = 0; x < width; x++) {
                    put(x, zero, rgb(ChartTheme.DARK.axis()), 1);
                }
            }
            line(channel, rgb(ChartTheme.DARK.series().get(channel)));
        }
    }

    /** In each column all rows between the least and the largest value that falls into it. */
    private void line(int channel, int rgb) {
        for (int x = 0; x < width; x++) {
            double from = at(x);
            double to = Math.max(from, at(Math.min(x + 1, width - 1)));
            float least = Math.min(value(from, channel), value(to, channel));
            float most = Math.max(value(from, channel), value(to, channel));
            for (int step = (int) Math.ceil(from); step <= to; step++) {
                least = Math.min(least, values[step * channels + channel]);
                most = Math.max(most, values[step * channels + channel]);
            }
            int upper = row(most);
            int lower = row(least);
            for (int y = upper; y <= lower; y++) {
                put(x, y, rgb, 1);
            }
            put(x, upper - 1, rgb, FAINT);
            put(x, lower + 1, rgb, FAINT);
        }
    }

    /** The step, perhaps between two, at a column. */
    private double at(int x) {
        return width == 1 ? 0 : (double) x * (steps - 1) / (width - 1);
    }

    private float value(double step, int channel) {
        int before = (int) step;
        int after = Math.min(steps - 1, before + 1);
        double share = step - before;
        return (float)
                ((1 - share) * values[before * channels + channel]
                        + share * values[after * channels + channel]);
    }

    private int row(float value) {
        double share = (value - low) / (double) (high - low);
        return (int) Math.round(top + 1 + (1 - share) * (bottom - top - 3));
    }

    private void put(int x, int y, int rgb, double share) {
        if (y < top || y >= bottom) {
            return;
        }
        int below = argb[y * width + x];
        int mixed = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = share * (rgb >> shift & 255) + (1 - share) * (below >> shift & 255);
            mixed |= (int) Math.round(value) << shift;
        }
        argb[y * width + x] = mixed;
    }

    private static int rgb(Colour colour) {
        return colour.red() << 16 | colour.green() << 8 | colour.blue();
    }
}
