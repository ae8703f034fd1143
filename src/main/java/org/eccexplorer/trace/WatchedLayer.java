package org.eccexplorer.trace;

import org.jspecify.annotations.Nullable;

/**
 * What was watched of a layer. The arrays belong to the record and are never changed.
 *
 * @param name of the layer, unlike those of others
 * @param size neurons of the layer
 * @param neurons those that potentials and currents are of, ascending, channels-last
 * @param threshold V_thr
 * @param spikes null if not watched
 * @param potential [image][timestep][watched neuron]: V(t) after the spike; null if not watched, or
 *     of gates
 * @param current [image][timestep][watched neuron]: Z(t); null likewise
 */
public record WatchedLayer(
        String name,
        int size,
        int[] neurons,
        double threshold,
        @Nullable Events spikes,
        double @Nullable [] potential,
        double @Nullable [] current) {

    /** The same with the potentials and currents of other neurons. */
    public WatchedLayer with(WatchedLayer other) {
        return new WatchedLayer(
                name, size, other.neurons, threshold, spikes, other.potential, other.current);
    }
}
