package org.eccexplorer.sim;

/**
 * Which kernel carries the spikes of a block: decided by how many there are, never by the clock.
 */
public enum KernelChoice {
    /** Event-driven where few neurons fire, a matrix product where many do. */
    BY_RATE,
    SPARSE,
    DENSE;

    /**
     * Above this share of firing neurons a dense product is faster: measured with the kernels'
     * benchmark on layers whose weights fit the cache of a core, and on others.
     */
    private static final double DENSE_RATE = 0.95;

    private static final double DENSE_RATE_OF_LARGE = 0.85;

    SynapseKernel of(LayerPlan.Synapses synapses, double rate) {
        return switch (this) {
            case SPARSE -> synapses.sparse();
            case DENSE -> synapses.dense();
            case BY_RATE -> rate > denseRate(synapses) ? synapses.dense() : synapses.sparse();
        };
    }

    private static double denseRate(LayerPlan.Synapses synapses) {
        return synapses.sparse().pixelsPerPatch() > 1 ? DENSE_RATE_OF_LARGE : DENSE_RATE;
    }
}
