package org.eccexplorer.sim.kernel;

/**
 * Some target pixels over the timesteps of a block.
 *
 * @param first pixel
 * @param end the pixel after the last
 */
public record Patch(int first, int end, int steps) {}
