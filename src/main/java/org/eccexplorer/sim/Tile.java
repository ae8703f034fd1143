package org.eccexplorer.sim;

/**
 * The currents Z of some target pixels over the timesteps of a block.
 *
 * @param firstPixel of the target
 * @param pixels how many of the target's pixels
 * @param steps timesteps
 * @param z [pixel][step][stride] from {@code base} on; kernels may write two vectors past the end
 * @param stride distance between timesteps
 */
record Tile(int firstPixel, int pixels, int steps, float[] z, int base, int stride) {

    /** Where the currents of one pixel at one step begin, both counted within the tile. */
    int at(int pixel, int step) {
        return base + (pixel * steps + step) * stride;
    }
}
