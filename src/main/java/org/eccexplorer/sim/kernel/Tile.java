package org.eccexplorer.sim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The currents Z of some neurons of one target pixel over the timesteps of a block. The row before
 * the first step's holds their constant part, with which the first kernel begins.
 *
 * @param pixel of the target
 * @param column the first neuron, counted within the pixel
 * @param width number of neurons
 * @param steps timesteps
 * @param begun whether the rows hold currents yet
 * @param z [step][stride] from {@code base} on; kernels may write four vectors past the end
 * @param stride distance between timesteps; 0 for currents that never change
 */
public record Tile(
        int pixel,
        int column,
        int width,
        int steps,
        boolean begun,
        float[] z,
        int base,
        int stride) {

    /** Where the currents of a step begin. */
    public int at(int step) {
        return base + step * stride;
    }

    /** Where that begins to which a kernel adds the currents of a step. */
    int before(int step) {
        return begun ? at(step) : steady();
    }

    /** Where the constant part begins. */
    public int steady() {
        return base - stride;
    }

    /** For kernels that can only add to what is there: begins every step with the constant part. */
    static List<Tile> begin(List<Tile> tiles) {
        for (Tile tile : tiles) {
            if (!tile.begun) {
                for (int t = 0; t < tile.steps; t++) {
                    System.arraycopy(tile.z, tile.steady(), tile.z, tile.at(t), tile.width);
                }
            }
        }
        return next(tiles);
    }

    /** The same tiles for the kernel that adds to them next. */
    public static List<Tile> next(List<Tile> tiles) {
        List<Tile> next = new ArrayList<>(tiles.size());
        for (Tile tile : tiles) {
            next.add(tile.begun ? tile : tile.next());
        }
        return next;
    }

    private Tile next() {
        return new Tile(pixel, column, width, steps, true, z, base, stride);
    }
}
