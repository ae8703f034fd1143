package org.eccexplorer.sim.kernel;

import java.util.List;

/** Adds what a block of spikes brings to the neurons of some target pixels. */
public interface SynapseKernel {

    /** How many target pixels it is best given at once. */
    default int pixelsPerPatch() {
        return 1;
    }

    /** Columns that it can do apart from the others; none if it does all neurons of a pixel. */
    default List<Panel> panels() {
        return List.of();
    }

    /** Whether it can as well do those of other kernels, as far as they are whole vectors. */
    default boolean doesAnyPanel() {
        return false;
    }

    /**
     * Adds the currents that spikes bring to the pixels.
     *
     * @param events the source's spikes
     * @param tiles of each pixel one of its panels, or all neurons
     * @param scratch this thread's working memory
     */
    void add(EventList events, List<Tile> tiles, Scratch scratch);
}
