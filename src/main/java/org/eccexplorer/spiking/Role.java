package org.eccexplorer.spiking;

/** What the neurons of a spiking layer stand for. */
public enum Role {
    /** Integrate-and-fire neurons in place of a ReLU. */
    RELU,
    /** Integrate-and-fire neurons in place of an average pooling (spiking pooling). */
    AVERAGE_POOLING,
    /**
     * Gates in place of a maximum pooling: each sends as many spikes as that of its inputs that has
     * sent the most so far; the fewest where its weights are negative, for a minimum.
     */
    MAXIMUM_GATE,
    /** The class neurons. */
    OUTPUT
}
