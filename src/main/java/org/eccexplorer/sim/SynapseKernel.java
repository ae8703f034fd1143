package org.eccexplorer.sim;

import java.util.List;

/** Adds what a block of spikes brings to the neurons of some target pixels. */
interface SynapseKernel {

    /** How many target pixels it is best given at once. */
    default int pixelsPerPatch() {
        return 1;
    }

    /** Columns that it can do apart from the others; none if it does all neurons of a pixel. */
    default List<Panel> panels() {
        return List.of();
    }

    /**
     * Prepares some target pixels.
     *
     * @param events the source's spikes
     * @param lists for what it needs when it adds
     * @param operations [step], raised by the number of synaptic operations
     */
    void list(EventList events, Patch patch, RowLists lists, long[] operations);

    /**
     * Adds the currents that spikes bring to the pixels.
     *
     * @param tiles of each pixel one of its panels, or all neurons
     * @param scratch this thread's working memory
     */
    void add(EventList events, RowLists lists, List<Tile> tiles, Scratch scratch);
}
