package org.eccexplorer.sim;

/** Adds what a block of spikes brings to the neurons of some target pixels. */
interface SynapseKernel {

    /** How many target pixels it is best given at once. */
    default int pixelsPerTile() {
        return 1;
    }

    /**
     * Adds the currents that spikes bring to the pixels of a tile.
     *
     * @param events the source's spikes
     * @param tile currents, from channel 0 of each pixel
     * @param scratch this thread's working memory
     * @param operations [step], raised by the number of synaptic operations
     */
    void add(EventList events, Tile tile, Scratch scratch, long[] operations);
}
