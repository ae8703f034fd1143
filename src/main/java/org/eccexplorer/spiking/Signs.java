package org.eccexplorer.spiking;

/** When neurons send spikes of −1. */
public enum Signs {
    /** Never. */
    POSITIVE,
    /**
     * To take back what they sent too much: only while they have sent more than they have taken
     * back, so that no net count is ever below zero.
     */
    NO_DEBT,
    /** Whenever V is low: they carry values of both signs. */
    BOTH
}
