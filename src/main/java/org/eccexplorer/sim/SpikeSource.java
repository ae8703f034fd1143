package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.Projection;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.convert.SpikingNetwork;
import org.eccexplorer.tensor.Shape;

/** The spikes of a source during a block, with an event list for each shape it is read as. */
final class SpikeSource {
    final SpikeBlock spikes;
    private final List<EventList> lists = new ArrayList<>();

    /**
     * @param source index of the layer, −1 for the input
     */
    SpikeSource(SpikingNetwork network, int source, int steps) {
        spikes = new SpikeBlock(network.sourceShape(source), steps);
        network.layers().stream()
                .map(SpikingLayer::projections)
                .flatMap(List::stream)
                .filter(projection -> projection.source() == source)
                .map(Projection::from)
                .distinct()
                .forEach(shape -> lists.add(new EventList(shape, steps)));
    }

    EventList as(Shape shape) {
        for (EventList list : lists) {
            if (list.shape.equals(shape)) {
                return list;
            }
        }
        throw new IllegalArgumentException("nothing reads this source as " + shape);
    }

    /** To be called when the spikes of a block are complete. */
    void listEvents(int steps) {
        for (EventList list : lists) {
            list.read(spikes, steps);
        }
    }
}
