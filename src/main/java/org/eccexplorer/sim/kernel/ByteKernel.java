package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;

/**
 * Levels of up to 8 bits, two to a short: half the bytes of {@link ShortKernel} for each addition,
 * and how many bytes the second-level cache gives is what limits these.
 *
 * <p>A short w holds the level of a column, plus 128, in its low byte, and that of a column a
 * vector further in its high byte. Σ (w &gt;&gt; 8) is the sum h of the latter; Σ w = 256·h + l +
 * 128·n for n rows, whose sum of the former is l. All modulo 2^16, so that only the results have to
 * fit.
 */
final class ByteKernel extends LevelKernel {
    static final Layout LAYOUT = new Layout(2 * Lanes.SHORT_COUNT, 4, Byte.BYTES);

    private static final VectorSpecies<Short> SHORTS = Lanes.SHORTS;
    private static final int LANES = Lanes.SHORT_COUNT;

    /** What makes a level of the low byte positive. */
    private static final int BIAS = 1 << (Byte.SIZE - 1);

    /** Panel by panel, [row][pairs of columns of the panel]. */
    private final short[] levels;

    /** −1 if the opposites of the levels are stored: a byte holds −128 and not 128. */
    private final short sign;

    ByteKernel(Projection projection, double quantum, CellTable table) {
        super(projection, quantum, table, LAYOUT);
        float[] values = projection.weights();
        int fan = projection.width();
        sign = (short) (holds(values, 1) ? 1 : -1);
        levels = CacheLines.shorts(rows * panels.stream().mapToInt(Panel::width).sum() / 2);
        for (Panel panel : panels) {
            for (int row = 0; row < rows; row++) {
                int to = FIRST + row(panel, row, 0) / 2;
                for (int vector = 0; vector < panel.vectors(); vector++) {
                    int low = panel.column() + vector * 2 * LANES;
                    pack(values, row * fan, low, fan, to + vector * LANES);
                }
            }
        }
    }

    /** Packs two vectors of columns of a row, {@code low} and what follows it. */
    private void pack(float[] values, int row, int low, int fan, int to) {
        for (int i = 0; i < LANES; i++) {
            int high = low + LANES + i;
            int lowLevel = low + i < fan ? (int) values[row + low + i] : 0;
            int highLevel = high < fan ? (int) values[row + high] : 0;
            levels[to + i] = (short) (sign * ((highLevel << Byte.SIZE) + lowLevel) + BIAS);
        }
    }

    /** Whether levels, as weights of a projection that fits, are small enough for bytes. */
    static boolean holds(Projection projection) {
        return holds(projection.weights(), 1) || holds(projection.weights(), -1);
    }

    private static boolean holds(float[] levels, int sign) {
        for (float level : levels) {
            if (sign * level < Byte.MIN_VALUE || sign * level > Byte.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    private int base(Panel panel, int run) {
        return FIRST + (origin(panel, run, 0) >> 1);
    }

    @Override
    void addRun(Panel panel, int run, EventList events, int steps, short[] sums, int at) {
        int base = base(panel, run);
        switch (panel.vectors()) {
            case 1 -> addOne(run, events, steps, sums, at, base);
            case 2 -> addTwo(run, events, steps, sums, at, base);
            case 3 -> addThree(run, events, steps, sums, at, base);
            default -> addFour(run, events, steps, sums, at, base);
        }
    }

    @Override
    void unpack(Panel panel, short[] sums, int at, int steps) {
        int end = at + steps * panel.width();
        for (int to = at; to < end; to += 2 * LANES) {
            ShortVector high = ShortVector.fromArray(SHORTS, sums, to + LANES).mul(sign);
            ShortVector all = ShortVector.fromArray(SHORTS, sums, to).mul(sign);
            all.sub(high.lanewise(VectorOperators.LSHL, Byte.SIZE)).intoArray(sums, to);
            high.intoArray(sums, to + LANES);
        }
    }

    @Override
    void addRows(Panel panel, int run, int[] spike, int from, int to, float[] total, int at) {
        int base = base(panel, run);
        short bias = (short) (BIAS * (to - from));
        for (int c = 0; c < panel.vectors(); c++) {
            ShortVector all = ShortVector.zero(SHORTS);
            ShortVector high = ShortVector.zero(SHORTS);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] * panel.vectors() + c) * LANES;
                ShortVector both = ShortVector.fromArray(SHORTS, levels, row);
                all = both.add(all);
                high = both.lanewise(VectorOperators.ASHR, Byte.SIZE).add(high);
            }
            ShortVector low = all.sub(high.lanewise(VectorOperators.LSHL, Byte.SIZE)).sub(bias);
            addTo(total, at + 2 * c * LANES, low.mul(sign));
            addTo(total, at + (2 * c + 1) * LANES, high.mul(sign));
        }
    }

    private void addFour(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (8 * LANES);
            short bias = (short) (BIAS * (to - from));
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target).sub(bias);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES).sub(bias);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            ShortVector e = ShortVector.fromArray(SHORTS, sums, target + 4 * LANES).sub(bias);
            ShortVector f = ShortVector.fromArray(SHORTS, sums, target + 5 * LANES);
            ShortVector g = ShortVector.fromArray(SHORTS, sums, target + 6 * LANES).sub(bias);
            ShortVector h = ShortVector.fromArray(SHORTS, sums, target + 7 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (4 * LANES);
                ShortVector ab = ShortVector.fromArray(SHORTS, levels, row);
                a = ab.add(a);
                b = ab.lanewise(VectorOperators.ASHR, Byte.SIZE).add(b);
                ShortVector cd = ShortVector.fromArray(SHORTS, levels, row + LANES);
                c = cd.add(c);
                d = cd.lanewise(VectorOperators.ASHR, Byte.SIZE).add(d);
                ShortVector ef = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES);
                e = ef.add(e);
                f = ef.lanewise(VectorOperators.ASHR, Byte.SIZE).add(f);
                ShortVector gh = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES);
                g = gh.add(g);
                h = gh.lanewise(VectorOperators.ASHR, Byte.SIZE).add(h);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
            e.intoArray(sums, target + 4 * LANES);
            f.intoArray(sums, target + 5 * LANES);
            g.intoArray(sums, target + 6 * LANES);
            h.intoArray(sums, target + 7 * LANES);
        }
    }

    private void addThree(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (6 * LANES);
            short bias = (short) (BIAS * (to - from));
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target).sub(bias);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES).sub(bias);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            ShortVector e = ShortVector.fromArray(SHORTS, sums, target + 4 * LANES).sub(bias);
            ShortVector f = ShortVector.fromArray(SHORTS, sums, target + 5 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (3 * LANES);
                ShortVector ab = ShortVector.fromArray(SHORTS, levels, row);
                a = ab.add(a);
                b = ab.lanewise(VectorOperators.ASHR, Byte.SIZE).add(b);
                ShortVector cd = ShortVector.fromArray(SHORTS, levels, row + LANES);
                c = cd.add(c);
                d = cd.lanewise(VectorOperators.ASHR, Byte.SIZE).add(d);
                ShortVector ef = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES);
                e = ef.add(e);
                f = ef.lanewise(VectorOperators.ASHR, Byte.SIZE).add(f);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
            e.intoArray(sums, target + 4 * LANES);
            f.intoArray(sums, target + 5 * LANES);
        }
    }

    private void addTwo(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (4 * LANES);
            short bias = (short) (BIAS * (to - from));
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target).sub(bias);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES).sub(bias);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (2 * LANES);
                ShortVector ab = ShortVector.fromArray(SHORTS, levels, row);
                a = ab.add(a);
                b = ab.lanewise(VectorOperators.ASHR, Byte.SIZE).add(b);
                ShortVector cd = ShortVector.fromArray(SHORTS, levels, row + LANES);
                c = cd.add(c);
                d = cd.lanewise(VectorOperators.ASHR, Byte.SIZE).add(d);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
        }
    }

    private void addOne(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (2 * LANES);
            short bias = (short) (BIAS * (to - from));
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target).sub(bias);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * LANES;
                ShortVector ab = ShortVector.fromArray(SHORTS, levels, row);
                a = ab.add(a);
                b = ab.lanewise(VectorOperators.ASHR, Byte.SIZE).add(b);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
        }
    }

    @Override
    int read(int first, int end) {
        int read = 0;
        for (int i = first / 2; i < end / 2; i += CacheLines.SHORTS) {
            read ^= levels[FIRST + i];
        }
        return read;
    }
}
