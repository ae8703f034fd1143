package org.eccexplorer.convert;

/** When the charge θ·V_thr of TRE arrives. */
public enum ThetaTiming {
    /** V(0) = θ·V_thr. */
    START,
    /** θ·V_thr/T at every timestep. */
    SPREAD
}
