package org.eccexplorer.convert;

/** What a conversion did with a layer of the CNN. */
public enum Action {
    /** Its weights became synapses. */
    KEPT,
    /** Merged into the weights and biases of another layer. */
    FOLDED,
    /** It became spiking neurons. */
    NEURONS,
    /** Exchanged for another operation; the CNN itself changed. */
    REWRITTEN,
    /** Without effect at inference, or not needed for the answer. */
    DROPPED
}
