package org.eccexplorer.spiking;

/** What the neurons of a spiking layer stand for. */
public enum Role {
    /** Integrate-and-fire neurons in place of a ReLU. */
    RELU,
    /**
     * Integrate-and-fire neurons that carry values of both signs to gates, where no ReLU stands
     * before a maximum pooling: their net counts may be below zero.
     */
    LINEAR,
    /** Integrate-and-fire neurons in place of an average pooling (spiking pooling). */
    AVERAGE_POOLING,
    /**
     * Gates in place of a maximum pooling: the net count of each is that of its inputs which is the
     * largest so far; the smallest where its weights are negative, for a minimum.
     */
    MAXIMUM_GATE,
    /** The class neurons. */
    OUTPUT
}
