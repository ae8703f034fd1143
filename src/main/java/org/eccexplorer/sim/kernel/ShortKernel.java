package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;

/** Levels of more than 8 bits, each a short. */
final class ShortKernel extends LevelKernel {
    static final Layout LAYOUT = new Layout(Lanes.SHORT_COUNT, 8, Short.BYTES);

    private static final VectorSpecies<Short> SHORTS = Lanes.SHORTS;
    private static final int LANES = Lanes.SHORT_COUNT;

    /** Panel by panel, [row][columns of the panel]. */
    private final short[] levels;

    ShortKernel(Projection projection, double quantum, CellTable table) {
        super(projection, quantum, table, LAYOUT);
        float[] values = projection.weights();
        int fan = projection.width();
        levels = CacheLines.shorts(rows * panels.stream().mapToInt(Panel::width).sum());
        for (Panel panel : panels) {
            int used = Math.min(panel.width(), fan - panel.column());
            for (int row = 0; row < rows; row++) {
                int to = row(panel, row, FIRST);
                for (int o = 0; o < used; o++) {
                    levels[to + o] = (short) values[row * fan + panel.column() + o];
                }
            }
        }
    }

    /** They are sums already. */
    @Override
    void unpack(Panel panel, short[] sums, int at, int steps) {}

    @Override
    void addRows(Panel panel, int run, int[] spike, int from, int to, float[] total, int at) {
        int base = origin(panel, run, FIRST);
        for (int c = 0; c < panel.width(); c += LANES) {
            ShortVector sum = ShortVector.zero(SHORTS);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * panel.width();
                sum = ShortVector.fromArray(SHORTS, levels, row + c).add(sum);
            }
            addTo(total, at + c, sum);
        }
    }

    @Override
    void addRun(Panel panel, int run, EventList events, int steps, short[] sums, int at) {
        int base = origin(panel, run, FIRST);
        switch (panel.vectors()) {
            case 1 -> addOne(run, events, steps, sums, at, base);
            case 2 -> addTwo(run, events, steps, sums, at, base);
            case 3 -> addThree(run, events, steps, sums, at, base);
            case 4 -> addFour(run, events, steps, sums, at, base);
            default -> addEight(run, events, steps, sums, at, base);
        }
    }

    private void addEight(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (8 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            ShortVector e = ShortVector.fromArray(SHORTS, sums, target + 4 * LANES);
            ShortVector f = ShortVector.fromArray(SHORTS, sums, target + 5 * LANES);
            ShortVector g = ShortVector.fromArray(SHORTS, sums, target + 6 * LANES);
            ShortVector h = ShortVector.fromArray(SHORTS, sums, target + 7 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (8 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
                d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
                e = ShortVector.fromArray(SHORTS, levels, row + 4 * LANES).add(e);
                f = ShortVector.fromArray(SHORTS, levels, row + 5 * LANES).add(f);
                g = ShortVector.fromArray(SHORTS, levels, row + 6 * LANES).add(g);
                h = ShortVector.fromArray(SHORTS, levels, row + 7 * LANES).add(h);
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

    private void addFour(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (4 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (4 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
                d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
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
            int target = at + t * (3 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (3 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
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
            int target = at + t * (2 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (2 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
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
            int target = at + t * LANES;
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * LANES;
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            }
            a.intoArray(sums, target);
        }
    }

    @Override
    int read(int first, int end) {
        int read = 0;
        for (int i = first; i < end; i += CacheLines.SHORTS) {
            read ^= levels[FIRST + i];
        }
        return read;
    }
}
