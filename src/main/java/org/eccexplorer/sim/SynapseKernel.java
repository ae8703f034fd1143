package org.eccexplorer.sim;

/** Adds what a block of spikes brings to the neurons of one target pixel. */
interface SynapseKernel {

    /**
     * Adds the currents of the first {@code steps} timesteps of a block.
     *
     * @param events the source's spikes
     * @param pixel of the target
     * @param z currents, [step][stride], from channel 0 of the pixel
     * @param stride distance between the steps of {@code z}
     * @param scratch this thread's working memory
     * @param operations [step], raised by the number of synaptic operations
     */
    void add(
            EventList events,
            int steps,
            int pixel,
            float[] z,
            int stride,
            Scratch scratch,
            long[] operations,
            int firstOperation);
}
