package org.eccexplorer.sim.kernel;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.Fused;

/**
 * Grouped synapses, as of a grouped convolution: a spike reaches few neurons of a pixel, those of
 * its group, whose currents are raised one spike after the other.
 */
final class GroupedKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = Lanes.COUNT;

    private final CellTable table;
    private final int inputs;
    private final int padded;

    /** For each source channel the first target channel that it reaches. */
    private final int[] target;

    /** [tap][source channel][padded target channel of the group]; zero where there is none. */
    private final float[] weights;

    GroupedKernel(Projection projection, CellTable table) {
        this.table = table;
        inputs = projection.from().channels();
        padded = Lanes.padded(projection.fan());
        weights = Lanes.pad(projection.weights(), projection.fan(), padded);
        target = new int[inputs];
        for (int c = 0; c < inputs; c++) {
            target[c] = projection.firstTarget(c);
        }
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        for (Tile tile : Tile.begin(tiles)) {
            int last = table.firstRun(tile.pixel() + 1);
            for (int run = table.firstRun(tile.pixel()); run < last; run++) {
                int origin = table.origin(run);
                for (int t = 0; t < tile.steps(); t++) {
                    int end = events.end(table, run, t);
                    for (int i = events.begin(table, run, t); i < end; i++) {
                        int spike = events.spike[i] >> events.planes;
                        int to = tile.at(t) + target[spike % inputs];
                        int row = (origin + spike) * padded;
                        if (events.isPlain()) {
                            addRow(row, tile.z(), to);
                        } else {
                            addRow(row, events.value(events.spike[i]), tile.z(), to);
                        }
                    }
                }
            }
        }
    }

    /** Adds a row; past the end of its group it adds zeros. */
    private void addRow(int row, float[] z, int to) {
        for (int o = 0; o < padded; o += LANES) {
            FloatVector.fromArray(FLOATS, z, to + o)
                    .add(FloatVector.fromArray(FLOATS, weights, row + o))
                    .intoArray(z, to + o);
        }
    }

    /** Adds a row times the value of a spike. */
    private void addRow(int row, float value, float[] z, int to) {
        FloatVector factor = FloatVector.broadcast(FLOATS, value);
        for (int o = 0; o < padded; o += LANES) {
            FloatVector weight = FloatVector.fromArray(FLOATS, weights, row + o);
            FloatVector old = FloatVector.fromArray(FLOATS, z, to + o);
            FloatVector sum = FUSED ? weight.fma(factor, old) : weight.mul(factor).add(old);
            sum.intoArray(z, to + o);
        }
    }
}
