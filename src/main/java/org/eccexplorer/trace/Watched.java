package org.eccexplorer.trace;

import java.util.List;

/**
 * What was watched of a run. The array belongs to the record and is never changed.
 *
 * @param timesteps T
 * @param images their places in the data set, from 0, ascending
 * @param layers in their order
 */
public record Watched(int timesteps, int[] images, List<WatchedLayer> layers) {
    public Watched {
        layers = List.copyOf(layers);
    }
}
