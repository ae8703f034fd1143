package org.eccexplorer.sim;

/**
 * Some target pixels over the timesteps of a block.
 *
 * @param first pixel
 * @param end the pixel after the last
 */
record Patch(int first, int end, int steps) {}
