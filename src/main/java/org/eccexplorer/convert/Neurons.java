package org.eccexplorer.convert;

/** What kind of spikes the neurons send. */
public enum Neurons {
    /** At most one per timestep, as in the paper. */
    PLAIN,
    /** Of either sign: one that was sent too early is taken back. */
    SIGNED,
    /** Of either sign and of several sizes: another class of neuron. */
    MULTI
}
