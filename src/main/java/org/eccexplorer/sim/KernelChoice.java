package org.eccexplorer.sim;

import org.eccexplorer.sim.kernel.EventList;
import org.eccexplorer.sim.kernel.SynapseKernel;
import org.eccexplorer.sim.kernel.Synapses;

/**
 * Which kernel carries the spikes of a block: decided by how many there are, never by the clock.
 */
public enum KernelChoice {
    /** Event-driven where few neurons fire, a matrix product where many do. */
    BY_RATE,
    SPARSE,
    DENSE;

    /**
     * Where more than this share of the weights would be added, a dense product is faster: measured
     * with the kernels' benchmark on layers whose weights fit the cache of a core, and on others.
     */
    private static final double SHARE = 0.95;

    private static final double SHARE_OF_LARGE = 0.75;

    /**
     * The kernel for a block.
     *
     * @param density of its spikes, see {@link EventList#density}
     */
    SynapseKernel of(Synapses synapses, double density) {
        return switch (this) {
            case SPARSE -> synapses.sparse();
            case DENSE -> synapses.dense();
            case BY_RATE -> density > share(synapses) ? synapses.dense() : synapses.sparse();
        };
    }

    private static double share(Synapses synapses) {
        return synapses.sparse().pixelsPerPatch() > 1 ? SHARE_OF_LARGE : SHARE;
    }
}
