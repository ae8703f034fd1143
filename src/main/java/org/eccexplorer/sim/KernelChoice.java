package org.eccexplorer.sim;

/**
 * Which kernel carries the spikes of a block: decided by how many there are, never by the clock.
 */
public enum KernelChoice {
    /** Event-driven where few neurons fire, a matrix product where many do. */
    BY_RATE,
    SPARSE,
    DENSE;

    /** Above this share of firing neurons a dense product is faster. */
    static final double DENSE_RATE = 0.25;

    SynapseKernel of(LayerPlan.Synapses synapses, double rate) {
        return switch (this) {
            case SPARSE -> synapses.sparse();
            case DENSE -> synapses.dense();
            case BY_RATE -> rate > DENSE_RATE ? synapses.dense() : synapses.sparse();
        };
    }
}
