package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * Quantised synapses by way of a kernel in float32: it adds up the levels, whole numbers, and their
 * sum is multiplied by the quantum: Z += quantum · Σ levels.
 */
final class ScaledKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = GatherKernel.FLOATS;
    private static final int LANES = GatherKernel.LANES;

    private final SynapseKernel levels;
    private final float quantum;

    /**
     * Around a kernel.
     *
     * @param levels made for {@link Projection#withLevels()}
     */
    ScaledKernel(SynapseKernel levels, double quantum) {
        this.levels = levels;
        this.quantum = (float) quantum;
    }

    @Override
    public int pixelsPerTile() {
        return levels.pixelsPerTile();
    }

    @Override
    public void add(EventList events, Tile tile, Scratch scratch, long[] operations) {
        Tile sums = scratch.sums(tile);
        levels.add(events, sums, scratch, operations);
        FloatVector factor = FloatVector.broadcast(FLOATS, quantum);
        int last = tile.at(0, tile.pixels() * tile.steps());
        for (int i = tile.base(); i < last; i += LANES) {
            FloatVector.fromArray(FLOATS, sums.z(), i)
                    .fma(factor, FloatVector.fromArray(FLOATS, tile.z(), i))
                    .intoArray(tile.z(), i);
        }
    }
}
