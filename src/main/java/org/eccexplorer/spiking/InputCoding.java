package org.eccexplorer.spiking;

/** How the image enters the network. */
public enum InputCoding {
    /** The same real-valued current at every timestep. */
    CONSTANT,
    /** Random spikes whose rate is the pixel's value over λ of the input. */
    POISSON
}
