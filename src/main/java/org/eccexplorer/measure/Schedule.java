package org.eccexplorer.measure;

import java.util.Locale;
import org.eccexplorer.option.Choice;
import org.eccexplorer.spiking.SpikingNetwork;

/** When the layers of a spiking network fire. */
public enum Schedule {
    /** All layers advance in the same timestep, each spike as soon as its neuron has the charge. */
    FREE,
    /**
     * Each layer first gathers all T timesteps of its input, then fires its spikes: N = clip(⌊(V(0)
     * + S_T)/V_thr⌋, 0, T), which is the closed form, exactly, as a machine (PASCAL, arXiv
     * 2505.01730).
     */
    SYNCHRONOUS;

    /** On the command line, in files and in the window. */
    public static final Choice<Schedule> OPTION = new Choice<>("schedule", "--schedule", FREE);

    /**
     * Timesteps from the image to the answer: t where all layers advance together; L·t where each
     * of L layers one behind the other waits for the one before it.
     */
    public int latency(SpikingNetwork network, int t) {
        return switch (this) {
            case FREE -> t;
            case SYNCHRONOUS -> network.depth() * t;
        };
    }

    /** Its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
