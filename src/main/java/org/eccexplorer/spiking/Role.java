package org.eccexplorer.spiking;

/** What the neurons of a spiking layer stand for. */
public enum Role {
    /** Integrate-and-fire neurons in place of a ReLU. */
    RELU,
    /** Integrate-and-fire neurons in place of an average pooling (spiking pooling). */
    AVERAGE_POOLING,
    /** Gates in place of a maximum pooling: each passes the spikes of its most driven input. */
    MAXIMUM_GATE,
    /** The class neurons. */
    OUTPUT
}
