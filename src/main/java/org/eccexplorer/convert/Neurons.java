package org.eccexplorer.convert;

import org.eccexplorer.spiking.Firing;

/** What kind of spikes the neurons send. */
public enum Neurons {
    /** At most one per timestep, as in the paper. */
    PLAIN(Firing.PLAIN),
    /** Of either sign: one that was sent too early is taken back. */
    SIGNED(Firing.SIGNED);

    private final Firing firing;

    Neurons(Firing firing) {
        this.firing = firing;
    }

    Firing firing() {
        return firing;
    }
}
