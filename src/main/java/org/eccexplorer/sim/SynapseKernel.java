package org.eccexplorer.sim;

/** Adds what a block of spikes brings to the neurons of some target pixels. */
interface SynapseKernel {

    /** How many target pixels it is best given at once. */
    default int pixelsPerTile() {
        return 1;
    }

    /**
     * Adds the currents of the first {@code steps} timesteps of a block.
     *
     * @param events the source's spikes
     * @param firstPixel of the target
     * @param pixels how many of the target's pixels
     * @param z currents, [pixel][step][stride], from channel 0 of the first pixel
     * @param stride distance between the steps of {@code z}
     * @param scratch this thread's working memory
     * @param operations [step], raised by the number of synaptic operations
     */
    void add(
            EventList events,
            int steps,
            int firstPixel,
            int pixels,
            float[] z,
            int stride,
            Scratch scratch,
            long[] operations,
            int firstOperation);
}
