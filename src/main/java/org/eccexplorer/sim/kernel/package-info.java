/** The fast kernels: what the spikes of a block of timesteps add to the currents of a layer. */
@NullMarked
package org.eccexplorer.sim.kernel;

import org.jspecify.annotations.NullMarked;
