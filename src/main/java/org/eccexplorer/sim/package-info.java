/**
 * Integrate-and-fire simulation, timestep by timestep, and the closed form of the same network.
 * Knows no threads and no window: a caller runs images in parallel, each with a workspace of its
 * own.
 */
@NullMarked
package org.eccexplorer.sim;

import org.jspecify.annotations.NullMarked;
