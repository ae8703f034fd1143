package org.eccexplorer.sim.kernel;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.Fused;

/**
 * Quantised synapses by way of a kernel in float32: it adds up the levels, whole numbers, and their
 * sum is multiplied by the quantum: Z += quantum · Σ levels.
 */
final class ScaledKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = Lanes.COUNT;

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
    public int pixelsPerPatch() {
        return levels.pixelsPerPatch();
    }

    @Override
    public List<Panel> panels() {
        return levels.panels();
    }

    @Override
    public boolean doesAnyPanel() {
        return levels.doesAnyPanel();
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        List<Tile> sums = scratch.sums(tiles);
        levels.add(events, sums, scratch);
        for (int i = 0; i < tiles.size(); i++) {
            scale(sums.get(i), tiles.get(i), 0, tiles.get(i).width(), quantum);
        }
    }

    /** Adds some columns of sums of levels times the quantum to currents. */
    static void scale(Tile sums, Tile tile, int column, int width, float quantum) {
        FloatVector factor = FloatVector.broadcast(FLOATS, quantum);
        for (int t = 0; t < tile.steps(); t++) {
            for (int c = column; c < column + width; c += LANES) {
                FloatVector sum = FloatVector.fromArray(FLOATS, sums.z(), sums.at(t) + c);
                FloatVector z = FloatVector.fromArray(FLOATS, tile.z(), tile.before(t) + c);
                FloatVector current = FUSED ? sum.fma(factor, z) : sum.mul(factor).add(z);
                current.intoArray(tile.z(), tile.at(t) + c);
            }
        }
    }
}
