package org.eccexplorer.spiking;

/** What happens to the membrane at a spike. */
public enum Reset {
    /** V −= V_thr: what is above the threshold stays. */
    SUBTRACTION,
    /** V = 0. */
    ZERO
}
